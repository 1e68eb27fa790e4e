namespace RbacGrains.Contract.Tests;

/// <summary>How an organization begins, changes, ends, and begins again.</summary>
public abstract class LifecycleSuite : ContractSuite
{
    private static readonly CreateOrganization Acme = new("Acme", ContractModels.Workshop, "team", "owner");

    [Fact]
    public async Task Creating_makes_the_owner_an_admin_and_creating_again_changes_nothing()
    {
        var acme = Grid.Organization("acme");

        var first = (await acme.Create(Service, Acme, None)).Require();
        var second = (await acme.Create(Service, Acme, None)).Require();

        Assert.True(first.Created);
        Assert.False(second.Created);
        Assert.Equal(first.Value, second.Value);
        Assert.Equal(DecisionReason.Admin, await Reason("owner", "acme", "settings:change"));
        Assert.Equal(2, (await Audit(acme)).Length);
    }

    [Fact]
    public async Task Creations_at_once_make_one_organization()
    {
        var created = await AtOnce([.. Enumerable.Range(0, 6).Select(_ => (Func<Task<bool>>)(async () =>
            (await Grid.Organization("acme").Create(Service, Acme, None)).Require().Created))]);

        Assert.Single(created, isNew => isNew);
        Assert.Single(await Members(Grid.Organization("acme")));
    }

    [Fact]
    public async Task Another_organization_of_the_same_id_is_refused()
    {
        var acme = Grid.Organization("acme");
        (await acme.Create(Service, Acme, None)).Require();

        Fails(ErrorCodes.OrganizationExists, await acme.Create(Service, Acme with { Name = "Other" }, None));
        Fails(ErrorCodes.OrganizationExists, await acme.Create(Service, Acme with { Owner = "other" }, None));
        Fails(ErrorCodes.OrganizationExists, await acme.Create(Service, Acme with { Plan = "free" }, None));
    }

    [Fact]
    public async Task What_cannot_be_an_organization_is_refused()
    {
        var acme = Grid.Organization("acme");

        Fails(ErrorCodes.UnknownModel, await acme.Create(Service, Acme with { Model = "none" }, None));
        Fails(ErrorCodes.UnknownPlan, await acme.Create(Service, Acme with { Plan = "none" }, None));
        Fails(ErrorCodes.InvalidId, await acme.Create(Service, Acme with { Owner = "a b" }, None));
        Fails(ErrorCodes.InvalidValue, await acme.Create(Service, Acme with { Name = " " }, None));
        Fails(ErrorCodes.InvalidId, await Grid.Organization("a/b").Create(Service, Acme, None));
        Fails(ErrorCodes.PermissionDenied, await acme.Create(By("owner"), Acme, None));
        Fails(ErrorCodes.OrganizationNotFound, await acme.Get(Caller.Service, None));
        Assert.Empty(await Pages.All(page => Grid.Tenants.List(Caller.Service, page, None)));
    }

    [Fact]
    public async Task Name_and_settings_change_under_a_new_version()
    {
        var acme = await Organization("acme");
        var before = (await acme.Get(Caller.Service, None)).Require();
        var settings = new OrganizationSettings { InvitationDays = 3, EmailDomains = ["example.com"] };

        var after = (await acme.Update(By("owner"), new UpdateOrganization("Other", Settings: settings), None)).Require();
        var again = (await acme.Update(By("owner"), new UpdateOrganization("Other", Settings: settings), None)).Require();

        Assert.Equal(before with { Name = "Other", Settings = settings, PolicyVersion = before.PolicyVersion + 1 }, after);
        Assert.Equal(after, again);
        Fails(ErrorCodes.InvalidValue, await acme.Update(Service, new UpdateOrganization(Settings: settings with { InvitationDays = 0 }), None));
        Fails(ErrorCodes.InvalidValue, await acme.Update(Service, new UpdateOrganization(Settings: settings with { EmailDomains = ["a b"] }), None));
        Fails(ErrorCodes.InvalidValue, await acme.Update(Service, new UpdateOrganization(""), None));
        Assert.Equal(after, (await acme.Get(Caller.Service, None)).Require());
    }

    [Fact]
    public async Task Nobody_is_a_member_of_a_deleted_organization()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", "writer");
        var issued = await Invited(acme, "bob@example.com");

        (await acme.Delete(By("owner"), None)).Require();

        Fails(ErrorCodes.OrganizationNotFound, await Grid.User("alice").Check("acme", "files:read"));
        Fails(ErrorCodes.OrganizationNotFound, await acme.Get(new Caller("owner"), None));
        Fails(ErrorCodes.OrganizationNotFound, await acme.PutMember(Service, "alice", new MemberAssignment(), None));
        Fails(ErrorCodes.OrganizationNotFound, await acme.Delete(Service, None));
        Fails(ErrorCodes.InvitationTokenInvalid, await Accept(issued, "bob", "bob@example.com"));
        Assert.Empty(await Grid.User("alice").ListOrganizations(None));
        Assert.Empty(await Pages.All(page => Grid.Tenants.List(Caller.Service, page, None)));
    }

    [Fact]
    public async Task An_organization_of_the_same_id_begins_anew_with_greater_versions()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", "writer");
        var issued = await Invited(acme, "bob@example.com");
        var before = (await acme.Get(Caller.Service, None)).Require().PolicyVersion;
        (await acme.Delete(Service, None)).Require();

        acme = await Organization("acme");

        Assert.Equal(["owner"], (await Members(acme)).Select(member => member.User));
        Assert.Equal(DecisionReason.NotMember, await Reason("alice", "acme", "files:read"));
        Assert.True((await acme.Get(Caller.Service, None)).Require().PolicyVersion > before);
        Fails(ErrorCodes.InvitationTokenInvalid, await Accept(issued, "bob", "bob@example.com"));
        Fails(ErrorCodes.InvitationNotFound, await acme.GetInvitation(Caller.Service, issued.Invitation.Id, None));
        Assert.Empty(await Pages.All(page => acme.ListInvitations(Caller.Service, new InvitationFilter(), page, None)));
        await Host.Restart();
        Assert.Equal(["owner"], (await Members(Grid.Organization("acme"))).Select(member => member.User));
        Assert.Equal(["acme"], (await Pages.All(page => Grid.Tenants.List(Caller.Service, page, None))).Select(view => view.Id));
    }
}
