using static RbacGrains.Contract.Tests.Archive;

namespace RbacGrains.Contract.Tests;

/// <summary>The resource catalog.</summary>
public abstract class CatalogSuite : ContractSuite
{
    [Fact]
    public async Task What_is_entered_is_found_changed_and_removed()
    {
        var acme = await Organization("acme", ContractModels.Archive);
        var content = Content("""{"status":"active","tags":["a"]}""", "First", "p");

        var made = (await acme.PutResource(Service, Record("r1"), content, None)).Require();
        Assert.True(made.Created);
        Assert.Equal(new ResourceView("record", "r1", content, Clock.GetUtcNow(), Clock.GetUtcNow(), 1), made.Value);
        Assert.Equal(made.Value, (await acme.GetResource(Caller.Service, Record("r1"), None)).Require());

        Clock.Advance(TimeSpan.FromMinutes(1));
        var changed = (await acme.PutResource(Service, Record("r1"), content with { Name = "Second" }, None)).Require();
        Assert.False(changed.Created);
        Assert.Equal((2, "Second", made.Value.CreatedAt, Clock.GetUtcNow()),
            (changed.Value.Version, changed.Value.Content.Name, changed.Value.CreatedAt, changed.Value.UpdatedAt));

        (await acme.RemoveResource(Service, Record("r1"), None)).Require();
        (await acme.RemoveResource(Service, Record("r1"), None)).Require();
        Fails(ErrorCodes.ResourceNotFound, await acme.GetResource(Caller.Service, Record("r1"), None));
        Assert.Empty(await Listed(acme, "record"));
        Assert.Equal(4, (await acme.PutResource(Service, Record("r1"), content, None)).Require().Value.Version);
        Assert.Single(await Listed(acme, "record"));
    }

    [Fact]
    public async Task Each_change_leaves_an_entry_in_the_log_and_the_same_again_leaves_none()
    {
        var acme = await Organization("acme", ContractModels.Archive);
        await Member(acme, "keeper", "keeper");
        await acme.PutResource(By("keeper"), Record("r1"), Content("""{"a":1}"""), None);
        await acme.PutResource(By("keeper"), Record("r1"), Content("""{ "a": 1.0 }"""), None);
        await acme.PutResource(By("keeper"), Record("r1"), Content("""{"a":2}"""), None);
        await acme.RemoveResource(By("keeper"), Record("r1"), None);

        var log = await Audit(acme, new AuditQuery(Target: "record/r1"));

        Assert.Equal([AuditKinds.ResourceRemoved, AuditKinds.ResourceChanged, AuditKinds.ResourceAdded], log.Select(entry => entry.Kind));
        Assert.All(log, entry => Assert.Equal("keeper", entry.Actor));
        Assert.Equal("""{"name":null,"project":null,"properties":{"a":1}}""", log[1].Before);
        Assert.Equal("""{"name":null,"project":null,"properties":{"a":2}}""", log[1].After);
        Assert.Null(log[0].After);
    }

    [Fact]
    public async Task A_list_has_one_type_and_its_pages_are_complete()
    {
        var acme = await Organization("acme", ContractModels.Archive);
        var expected = new List<string>();
        for (var index = 0; index < 230; index++)
        {
            await acme.PutResource(Service, Record($"r{index}"), Content("{}"), None);
            if (index % 3 == 0) await acme.RemoveResource(Service, Record($"r{index}"), None);
            else expected.Add($"r{index}");
        }
        await acme.PutResource(Service, new ResourceReference("shelf/top", "s1"), Content("{}"), None);
        await acme.PutResource(Service, new ResourceReference("project", "p1"), Content("{}", "One"), None);

        Assert.Equal(expected, (await Listed(acme, "record", size: 40)).Select(resource => resource.Id));
        Assert.Equal(["s1"], (await Listed(acme, "shelf/top")).Select(resource => resource.Id));
        Assert.Equal("s1", (await acme.GetResource(Caller.Service, new ResourceReference("shelf/top", "s1"), None)).Require().Id);
        Assert.Equal(["One"], (await Listed(acme, "project")).Select(resource => resource.Content.Name));
        Assert.Empty(await Listed(acme, "user"));
    }

    [Fact]
    public async Task Only_who_may_update_the_organization_changes_the_catalog()
    {
        var acme = await Organization("acme", ContractModels.Archive);
        foreach (var role in new[] { "keeper", "editor" }) await Member(acme, role, role);

        (await acme.PutResource(By("keeper"), Record("r1"), Content("{}"), None)).Require();
        Fails(ErrorCodes.PermissionDenied, await acme.PutResource(By("editor"), Record("r1"), Content("{}"), None));
        Fails(ErrorCodes.PermissionDenied, await acme.RemoveResource(By("editor"), Record("r1"), None));
        Fails(ErrorCodes.OrganizationNotFound, await acme.PutResource(By("stranger"), Record("r1"), Content("{}"), None));
        Fails(ErrorCodes.OrganizationNotFound, await acme.GetResource(new Caller("stranger"), Record("r1"), None));
        var bound = new ChangeContext { Caller = new Caller("owner") { Organization = "other" } };
        Fails(ErrorCodes.OrganizationNotFound, await acme.PutResource(bound, Record("r1"), Content("{}"), None));
    }

    [Fact]
    public async Task A_member_sees_what_they_may_do_something_to()
    {
        var acme = await Organization("acme", ContractModels.Archive);
        await Member(acme, "bound", new MemberAssignment { Role = "reader", Projects = [new ProjectAssignment { Project = "closed" }] });
        await Member(acme, "guest", new MemberAssignment { Role = "keeper", Suspended = true });
        await acme.PutResource(Service, Record("open"), Content("{}"), None);
        await acme.PutResource(Service, Record("hidden"), Content("{}", project: "closed"), None);
        foreach (var project in new[] { "closed", "other" })
            await acme.PutResource(Service, new ResourceReference("project", project), Content("{}"), None);
        foreach (var user in new[] { "bound", "owner" })
            await acme.PutResource(Service, new ResourceReference("user", user), Content("{}"), None);

        Assert.Equal(["open"], (await Listed(acme, "record", by: "bound")).Select(resource => resource.Id));
        Assert.Equal(["other"], (await Listed(acme, "project", by: "bound")).Select(resource => resource.Id));
        Assert.Equal(["bound"], (await Listed(acme, "user", by: "bound")).Select(resource => resource.Id));
        Fails(ErrorCodes.ResourceNotFound, await acme.GetResource(new Caller("bound"), Record("hidden"), None));
        Assert.Equal(["open", "hidden"], (await Listed(acme, "record", by: "owner")).Select(resource => resource.Id));
        Assert.Empty(await Listed(acme, "record", by: "guest"));
    }

    [Fact]
    public async Task Bad_entries_are_refused()
    {
        var acme = await Organization("acme", ContractModels.Archive);

        Fails(ErrorCodes.UnknownResourceType, await acme.PutResource(Service, new ResourceReference("spaceship", "s"), Content("{}"), None));
        Fails(ErrorCodes.UnknownResourceType, await acme.ListResources(Caller.Service, "spaceship", new PageRequest(), None));
        Fails(ErrorCodes.ResourceNotFound, await acme.GetResource(Caller.Service, new ResourceReference("spaceship", "s"), None));
        Fails(ErrorCodes.UnknownResourceType, await acme.RemoveResource(Service, new ResourceReference("shelf%2Ftop", "s"), None));
        Fails(ErrorCodes.ResourceNotFound, await acme.GetResource(Caller.Service, new ResourceReference("..", "s"), None));
        Fails(ErrorCodes.InvalidId, await acme.PutResource(Service, Record("a b"), Content("{}"), None));
        Fails(ErrorCodes.InvalidId, await acme.PutResource(Service, Record("r"), Content("{}", project: "a b"), None));
        Fails(ErrorCodes.InvalidValue, await acme.PutResource(Service, Record("r"), Content("{}", name: " "), None));
        Fails(ErrorCodes.InvalidValue, await acme.PutResource(Service, new ResourceReference("project", "p"), Content("{}", project: "q"), None));
    }

    [Fact]
    public virtual async Task What_can_be_no_id_is_no_resource()
    {
        var acme = await Organization("acme", ContractModels.Archive);

        Fails(ErrorCodes.ResourceNotFound, await acme.GetResource(Caller.Service, Record("a b"), None));
        (await acme.RemoveResource(Service, Record("a b"), None)).Require();
    }

    [Fact]
    public async Task A_change_is_conditional_on_the_version_and_repeated_under_its_name()
    {
        var acme = await Organization("acme", ContractModels.Archive);
        var named = Service with { OperationId = "op-1", ExpectedVersion = 0 };

        Assert.True((await acme.PutResource(named, Record("r1"), Content("{}"), None)).Require().Created);
        Assert.Equal(1, (await acme.PutResource(named, Record("r1"), Content("{}"), None)).Require().Value.Version);
        Fails(ErrorCodes.IdempotencyKeyReused, await acme.PutResource(named, Record("r2"), Content("{}"), None));
        Fails(ErrorCodes.VersionMismatch, await acme.PutResource(Service with { ExpectedVersion = 0 }, Record("r1"), Content("""{"a":1}"""), None));
        Fails(ErrorCodes.VersionMismatch, await acme.RemoveResource(Service with { ExpectedVersion = 7 }, Record("r1"), None));
        var removal = Service with { OperationId = "op-2", ExpectedVersion = 1 };
        (await acme.RemoveResource(removal, Record("r1"), None)).Require();
        (await acme.RemoveResource(removal, Record("r1"), None)).Require();
    }

    [Fact]
    public async Task The_catalog_survives_a_crash_and_ends_with_its_organization()
    {
        var acme = await Organization("acme", ContractModels.Archive);
        for (var index = 0; index < 3; index++) await acme.PutResource(Service, Record($"r{index}"), Content($$"""{"n":{{index}}}"""), None);
        await acme.RemoveResource(Service, Record("r1"), None);
        var before = await Listed(acme, "record");

        await Host.Restart();
        acme = Grid.Organization("acme");
        Assert.Equal(before, await Listed(acme, "record"));

        (await acme.Delete(Service, None)).Require();
        acme = await Organization("acme", ContractModels.Archive);
        Assert.Empty(await Listed(acme, "record"));
        Fails(ErrorCodes.ResourceNotFound, await acme.GetResource(Caller.Service, Record("r0"), None));
        Assert.True((await acme.PutResource(Service, Record("r0"), Content("{}"), None)).Require().Created);
    }

    [Fact]
    public async Task Many_at_once_are_all_entered()
    {
        var acme = await Organization("acme", ContractModels.Archive);

        await Task.WhenAll(Enumerable.Range(0, 150).Select(async index =>
            (await acme.PutResource(Service, Record($"r{index % 120}"), Content("{}"), None)).Require()));

        Assert.Equal(120, (await Listed(acme, "record")).Length);
    }

    private static async Task<ResourceView[]> Listed(IOrganization organization, string type, string? by = null, int size = 100) =>
        [.. await Pages.All(page => organization.ListResources(by is null ? Caller.Service : new Caller(by), type, page, None), size)];
}
