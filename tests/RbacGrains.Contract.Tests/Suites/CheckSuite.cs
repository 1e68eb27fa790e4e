namespace RbacGrains.Contract.Tests;

/// <summary>How checks are asked and answered.</summary>
public abstract class CheckSuite : ContractSuite
{
    [Fact]
    public async Task A_decision_carries_its_reason_and_the_versions_that_made_it()
    {
        var acme = await Organization("acme");
        var access = (await Member(acme, "alice", "writer")).Access.Version;
        var policy = (await acme.Get(Caller.Service, None)).Require().PolicyVersion;

        Assert.Equal(new Decision(DecisionReason.Granted, policy, access), (await Grid.User("alice").Check("acme", "files:read")).Require());
        Assert.Equal(new Decision(DecisionReason.NotGranted, policy, access), (await Grid.User("alice").Check("acme", "keys:read")).Require());
        Assert.Equal(Decision.NotMember(policy), (await Grid.User("nobody").Check("acme", "files:read")).Require());
    }

    [Fact]
    public async Task An_area_at_a_level_is_allowed_when_all_is_that_the_level_stands_for()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", "guest", ("docs", "edit"), ("docs/final", "read"));

        Assert.True(await Allowed("alice", "acme", "docs@edit"));
        Assert.True(await Allowed("alice", "acme", "docs/final@read"));
        Assert.False(await Allowed("alice", "acme", "docs/final@edit"));
        Fails(ErrorCodes.UnknownAction, await Grid.User("alice").Check("acme", "docs@none"));
        var explained = (await Grid.User("alice").Explain(Caller.Service, "acme", "docs/final@edit", null, None)).Require();
        Assert.Equal("docs/final:change", explained.Action);
    }

    [Fact]
    public async Task Many_checks_are_answered_in_order_each_with_its_own_error()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", "writer");

        var answers = await Grid.User("alice").CheckMany(
            Caller.Service,
            [new("acme", "files:read", null), new("acme", "files:burn", null), new("none", "files:read", null), new("acme", "keys:read", "p"), new("acme", "files:read", "a b")],
            None);

        Assert.Equal(
            ["Granted", ErrorCodes.UnknownAction, ErrorCodes.OrganizationNotFound, "NotGranted", ErrorCodes.InvalidId],
            answers.Select(answer => answer.Error?.Code ?? $"{answer.Value.Reason}"));
    }

    [Fact]
    public async Task Many_checks_in_many_organizations_are_answered_as_single_ones_are()
    {
        const int Organizations = 12;
        for (var number = 0; number < Organizations; number++)
        {
            var organization = await Organization($"place-{number}");
            if (number % 3 > 0) await Member(organization, "alice", number % 3 == 1 ? "writer" : "auditor");
        }
        CheckRequest[] checks =
        [
            .. Enumerable.Range(0, 3 * Organizations).Select(number =>
                new CheckRequest($"place-{number % Organizations}", number / Organizations == 1 ? "keys:read" : "files:read", null)),
        ];

        var answers = await Grid.User("alice").CheckMany(Caller.Service, [.. checks], None);

        foreach (var (check, answer) in checks.Zip(answers))
            Assert.Equal(await Grid.User("alice").Check(Caller.Service, check.Organization, check.Action, check.Project, None), answer);
    }

    [Fact]
    public async Task A_user_may_ask_about_themselves_and_about_others_only_with_the_right_to_read_members()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", "writer");
        await Member(acme, "auditor", "auditor");
        var alice = Grid.User("alice");

        Assert.True((await alice.Check(new Caller("alice"), "acme", "files:read", null, None)).Require().Allowed);
        Assert.True((await alice.Check(new Caller("auditor"), "acme", "files:read", null, None)).Require().Allowed);
        Fails(ErrorCodes.PermissionDenied, await Grid.User("owner").Check(new Caller("alice"), "acme", "files:read", null, None));
        Fails(ErrorCodes.PermissionDenied, await acme.GetMember(new Caller("alice"), "owner", None));
        Assert.Equal("writer", (await acme.GetMember(new Caller("alice"), "alice", None)).Require().Access.Role);
        Assert.Equal("writer", (await acme.GetPermissions(new Caller("alice"), "alice", null, None)).Require().Role);
    }

    [Theory]
    [InlineData("a b", "files:read", null, ErrorCodes.InvalidId)]
    [InlineData("", "files:read", null, ErrorCodes.InvalidId)]
    [InlineData("none", "files:read", null, ErrorCodes.OrganizationNotFound)]
    [InlineData("acme", "files", null, ErrorCodes.UnknownAction)]
    [InlineData("acme", "", null, ErrorCodes.UnknownAction)]
    [InlineData("acme", "files:read", "*", ErrorCodes.InvalidId)]
    public async Task What_cannot_be_asked_is_an_error(string organization, string action, string? project, string code)
    {
        await Organization("acme");

        Fails(code, await Grid.User("owner").Check(organization, action, project));
    }

    [Fact]
    public async Task Effective_permissions_agree_with_checking_every_action()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", "manager", ("board", "read"), ("files:share", "allow"));
        (await acme.Update(Service, To("free"), None)).Require();

        var held = (await acme.GetPermissions(Caller.Service, "alice", null, None)).Require();

        foreach (var action in ContractModels.Catalog.Find(ContractModels.Workshop)!.Actions.Names)
            Assert.Equal(held.Actions.Contains(action), await Allowed("alice", "acme", action));
        Assert.Equal(
            "docs=edit docs/drafts=edit docs/final=edit board=read",
            string.Join(' ', held.Areas.Select(area => $"{area.On}={area.Level}")));
    }

    [Fact]
    public async Task Roles_say_whether_the_plan_offers_them()
    {
        var acme = await Organization("acme", plan: "team");

        var roles = (await acme.ListRoles(new Caller("owner"), None)).Require();

        Assert.Equal(["auditor"], roles.Where(role => !role.Offered).Select(role => role.Role.Id));
    }
}
