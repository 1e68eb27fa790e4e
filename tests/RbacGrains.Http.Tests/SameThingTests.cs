using System.Collections.Immutable;
using System.Text.Json;

namespace RbacGrains.Http.Tests;

/// <summary>What is answered over HTTP is what the grid behind it answers, to the last field.</summary>
public sealed class SameThingTests : IAsyncLifetime
{
    private HttpGridHost _host = null!;

    private static CancellationToken None => CancellationToken.None;

    private static PageRequest Page => new();

    private static ResourceReference Final { get; } = new("docs/final", "d1");

    private static Evaluation Viewing { get; } = new() { Action = "docs/final:view", Resource = Final };

    public async Task InitializeAsync()
    {
        _host = await HttpGridHost.StartHost();
        var acme = _host.Grid.Organization("acme");
        (await acme.Create(new ChangeContext { OperationId = "make", Reason = "Zoë asked" },
            new CreateOrganization("Ä & \"B\" <c> 😀", ContractModels.Workshop, "enterprise", "owner"), None)).Require();
        (await acme.Update(ChangeContext.By("owner"), new UpdateOrganization(
            Settings: new OrganizationSettings { InvitationDays = 3, EmailDomains = ["example.com", "example.org"] }), None)).Require();
        (await acme.PutMember(ChangeContext.By("owner"), "alice+x@example.com", new MemberAssignment
        {
            Role = "writer",
            Email = "alice@example.com",
            Grants = Grants.Of([KeyValuePair.Create("docs", "edit"), KeyValuePair.Create("docs/final", "read"), KeyValuePair.Create("keys:read", "allow")]),
            Projects =
            [
                new ProjectAssignment { Project = "q", Role = "guest", ExpiresAt = _host.Clock.GetUtcNow().AddTicks(36_000_000_001) },
                new ProjectAssignment { Project = "*", Grants = Grants.Of([KeyValuePair.Create("docs", "read")]) },
            ],
            ExpiresAt = _host.Clock.GetUtcNow().AddDays(2),
        }, None)).Require();
        (await acme.Invite(ChangeContext.By("owner"), new InviteMember
        {
            Email = "b@example.com",
            Role = "writer",
            ExpiresIn = TimeSpan.FromSeconds(90.5),
        }, None)).Require();
        (await acme.PutRole(ChangeContext.By("owner"), "crew", new RoleContent
        {
            Title = "Ä & <crew> 😀",
            BasedOn = "partner",
            Grants = Grants.Of([KeyValuePair.Create("board", "edit"), KeyValuePair.Create("board:change", "none")]),
            Plans = ["enterprise"],
            AssignableBy = ["owner"],
        }, None)).Require();
        (await acme.PutResource(ChangeContext.By("owner"), Final, new ResourceContent
        {
            Name = "Ä 😀",
            Project = "q",
            Properties = Archive.Properties("""{"a":[1,2.50,null,"é😀<"],"b":{"c":true}}"""),
        }, None)).Require();
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Every_read_is_the_same()
    {
        const string User = "alice+x@example.com";
        await Same(grid => grid.Tenants.List(Caller.Service, Page, None));
        await Same(grid => grid.Tenants.List(new Caller(User), new PageRequest(1), None));
        await Same(grid => grid.Organization("acme").Get(Caller.Service, None));
        await Same(grid => grid.Organization("acme").ListRoles(new Caller(User), None));
        await Same(grid => grid.Organization("acme").GetRole(new Caller(User), "crew", None));
        await Same(grid => grid.Organization("acme").GetRole(new Caller(User), "writer", None));
        await Same(grid => grid.Organization("acme").ListMembers(Caller.Service, new MemberFilter(Status: MemberStatus.Active), new PageRequest(1), None));
        await Same(grid => grid.Organization("acme").GetMember(new Caller(User), User, None));
        await Same(grid => grid.Organization("acme").GetPermissions(Caller.Service, User, null, None));
        await Same(grid => grid.Organization("acme").GetPermissions(Caller.Service, User, "q", None));
        await Same(grid => grid.Organization("acme").ListWhoCan(Caller.Service, "docs/final:view", "p", Page, None));
        await Same(grid => grid.Organization("acme").ListInvitations(Caller.Service, new InvitationFilter(InvitationStatus.Pending), Page, None));
        await Same(grid => grid.Organization("acme").ReadAudit(Caller.Service, new AuditQuery(), Page, None));
        await Same(grid => grid.User(User).Explain(Caller.Service, "acme", "docs/final:change", "q", None));
        await Same(grid => grid.User(User).Explain(Caller.Service, "acme", "docs@edit", null, None));
        await Same(grid => grid.User(User).ListProjects(Caller.Service, "acme", "docs:view", None));
        await Same(grid => grid.Organization("acme").GetResource(new Caller("owner"), Final, None));
        await Same(grid => grid.Organization("acme").ListResources(Caller.Service, "docs/final", new PageRequest(1), None));
        await Same(grid => grid.Organization("acme").SearchSubjects(Caller.Service, Viewing, Page, None));
        await Same(grid => grid.Organization("acme").SearchResources(Caller.Service, "owner", "docs/final", Viewing, Page, None));
        await Same(grid => grid.Organization("acme").SearchActions(new Caller("owner"), "owner", Viewing, None));
        await Same(grid => grid.User(User).Evaluate(Caller.Service, "acme", Viewing, None));
        await Same(grid => grid.User(User).ExplainEvaluation(Caller.Service, "acme", Viewing, None));
        await Same(async grid => (Result<ImmutableArray<string>>)await grid.User(User).ListOrganizations(None));
    }

    [Fact]
    public async Task Every_refusal_is_the_same_in_kind_code_words_pointer_and_details()
    {
        var stranger = new Caller("stranger");
        await Refused(grid => grid.Organization("globex").Get(Caller.Service, None));
        await Refused(grid => grid.Organization("acme").Get(stranger, None));
        await Refused(grid => grid.Organization("acme").GetMember(Caller.Service, "nobody", None));
        await Refused(grid => grid.Organization("acme").GetInvitation(Caller.Service, "nothing", None));
        await Refused(grid => grid.Organization("acme").ReadAudit(new Caller("alice+x@example.com"), new AuditQuery(), Page, None));
        await Refused(grid => grid.Organization("acme").ReadAudit(Caller.Service, new AuditQuery(), new PageRequest(100, "no token"), None));
        await Refused(grid => grid.Organization("acme").ListMembers(Caller.Service, new MemberFilter(Role: "king"), Page, None));
        await Refused(grid => grid.Organization("acme").ListWhoCan(Caller.Service, "files:fly", null, Page, None));
        await Refused(grid => grid.Organization("acme").RemoveMember(ChangeContext.Service, "owner", None));
        await Refused(grid => grid.Organization("acme").Update(new ChangeContext { ExpectedVersion = 99 }, new UpdateOrganization(Name: "x"), None));
        await Refused(grid => grid.Organization("acme").Update(ChangeContext.Service, new UpdateOrganization(Plan: "golden"), None));
        await Refused(grid => grid.Organization("acme").Update(
            new ChangeContext { Caller = new Caller("owner"), RequiredAction = "files:fly" }, new UpdateOrganization(Name: "x"), None));
        await Refused(grid => grid.Organization("acme").PatchMember(ChangeContext.Service, "owner", new MemberPatch { Role = "king" }, None));
        await Refused(grid => grid.Organization("acme").PutMember(ChangeContext.Service, "bob", new MemberAssignment
        {
            Role = "writer",
            Grants = Grants.Of([KeyValuePair.Create("docs", "read"), KeyValuePair.Create("docs/final", "edit")]),
        }, None));
        await Refused(grid => grid.Organization("acme").GetRole(Caller.Service, "king", None));
        await Refused(grid => grid.Organization("acme").PutRole(ChangeContext.Service, "writer", new RoleContent { Title = "x" }, None));
        await Refused(grid => grid.Organization("acme").PutRole(
            ChangeContext.Service, "x", new RoleContent { Title = "x", Grants = Grants.Of([KeyValuePair.Create("attic", "read")]) }, None));
        await Refused(grid => grid.Organization("acme").DeleteRole(ChangeContext.Service, "crew", new DeleteRole("king"), None));
        await Refused(grid => grid.Organization("acme").Create(
            ChangeContext.Service, new CreateOrganization("Other", ContractModels.Workshop, "free", "owner"), None));
        await Refused(grid => grid.Organization("other").Create(ChangeContext.Service, new CreateOrganization("x", "no-model", "free", "owner"), None));
        await Refused(grid => grid.Organization("acme").Invite(ChangeContext.Service, new InviteMember { Email = "a@elsewhere.example" }, None));
        await Refused(grid => grid.Organization("acme").Invite(ChangeContext.Service, new InviteMember { Email = "no address" }, None));
        await Refused(grid => grid.Invitation("i1").Accept("i1.secret", "bob", "bob@example.com", None));
        await Refused(grid => grid.User("owner").Check(stranger, "acme", "files:read", null, None));
        await Refused(grid => grid.User("owner").Check(Caller.Service, "acme", "files:fly", null, None));
        await Refused(grid => grid.User("owner").Check(Caller.Service, "acme", "files:read", "a b", None));
        await Refused(grid => grid.User("owner").Explain(Caller.Service, "a b", "files:read", null, None));
        await Refused(grid => grid.User("owner").ListProjects(Caller.Service, "acme", "files:fly", None));
        await Refused(grid => grid.Organization("acme").GetResource(Caller.Service, new ResourceReference("docs", "none"), None));
        await Refused(grid => grid.Organization("acme").ListResources(Caller.Service, "ships", Page, None));
        await Refused(grid => grid.Organization("acme").PutResource(ChangeContext.Service, Final, new ResourceContent { Name = " " }, None));
        await Refused(grid => grid.Organization("acme").RemoveResource(new ChangeContext { ExpectedVersion = 99 }, Final, None));
        await Refused(grid => grid.Organization("acme").SearchSubjects(stranger, Viewing, Page, None));
        await Refused(grid => grid.Organization("acme").SearchResources(Caller.Service, "owner", "docs", Viewing, new PageRequest(0), None));
        await Refused(grid => grid.Organization("acme").SearchActions(new Caller("alice+x@example.com"), "owner", Viewing, None));
        await Refused(grid => grid.User("owner").Evaluate(Caller.Service, "acme", Viewing with { Action = "files:fly" }, None));
        await Refused(grid => grid.User("owner").ExplainEvaluation(Caller.Service, "acme", Viewing with { Project = "a b" }, None));
        await Refused(async grid => (await grid.User("owner").EvaluateMany(
            Caller.Service, "acme", [Viewing with { Action = "files:fly" }], None))[0]);
        await Refused(async grid => (await grid.User("owner").CheckMany(
            new Caller("alice+x@example.com"), [new CheckRequest("acme", "files:fly", null)], None))[0]);
        await Refused(async grid => (await grid.User("owner").CheckMany(Caller.Service, [new CheckRequest("acme", "files:fly", null)], None))[0]);
    }

    private async Task Same<T>(Func<IGrid, ValueTask<Result<T>>> ask) =>
        Assert.Equal(Words((await ask(_host.Inner)).Require()), Words((await ask(_host.Grid)).Require()));

    private async Task Refused<T>(Func<IGrid, ValueTask<Result<T>>> ask)
    {
        var (inner, over) = ((await ask(_host.Inner)).Error, (await ask(_host.Grid)).Error);
        Assert.NotNull(inner);
        Assert.Equal(Words(inner), Words(over!));
    }

    private static string Words<T>(T value) => JsonSerializer.Serialize(value, Core.StateJson.TypeInfo<T>());
}
