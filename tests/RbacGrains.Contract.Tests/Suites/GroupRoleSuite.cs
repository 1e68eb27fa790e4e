namespace RbacGrains.Contract.Tests;

/// <summary>An organization's own roles, held through groups: they are kept, narrowed and given as those that members hold themselves.</summary>
public abstract class GroupRoleSuite : ContractSuite
{
    private static readonly RoleContent Crew = new() { Title = "Crew", BasedOn = "writer", Grants = Given(("files:share", "allow")) };

    private static readonly RoleContent Narrower = Crew with { Grants = Given(("files:write", "none")) };

    [Fact]
    public async Task A_role_that_a_group_gives_is_deleted_only_when_another_one_is_named()
    {
        var acme = await WithTeam();
        await Joined(acme, "team", "alice", "guest");
        var before = (await acme.GetGroup(Caller.Service, "team", None)).Require();

        var refused = await acme.DeleteRole(Service, "crew", new DeleteRole(), None);
        Fails(ErrorCodes.RoleInUse, refused);
        Assert.Equal(["team"], refused.Error!.Details["groups"].AsEnumerable());
        Assert.StartsWith("1 groups give 'crew'", refused.Error.Message, StringComparison.Ordinal);
        Fails(ErrorCodes.GroupRoleAdmin, await acme.DeleteRole(Service, "crew", new DeleteRole("owner"), None));
        Assert.True(await Allowed("alice", "acme", "files:share"));

        (await acme.DeleteRole(Service, "crew", new DeleteRole("inviter"), None)).Require();

        var group = (await acme.GetGroup(Caller.Service, "team", None)).Require();
        Assert.Equal(("inviter", true), (group.Role, group.Version > before.Version));
        var held = (await acme.GetMember(Caller.Service, "alice", None)).Require().Access;
        Assert.Equal(("guest", true), (held.Role, held.FindGroup("team") is not null));
        Assert.False(await Allowed("alice", "acme", "files:share"));
        Assert.True(await Allowed("alice", "acme", "members:invite"));
        Fails(ErrorCodes.RoleNotFound, await acme.GetRole(Caller.Service, "crew", None));
        await Check("alice");
    }

    [Fact]
    public async Task A_role_that_a_group_without_members_gives_is_in_use_too()
    {
        var acme = await WithTeam();

        Fails(ErrorCodes.RoleInUse, await acme.DeleteRole(Service, "crew", new DeleteRole(), None));
        (await acme.PutGroup(Service, "team", Group(null), None)).Require();
        (await acme.DeleteRole(Service, "crew", new DeleteRole(), None)).Require();
    }

    [Fact]
    public async Task A_narrowing_names_those_who_hold_the_role_through_a_group_only()
    {
        var acme = await WithTeam();
        (await acme.PutRole(Service, "chief", new RoleContent { Title = "Chief", BasedOn = "crew" }, None)).Require();
        (await acme.PutGroup(Service, "chiefs", Group("chief"), None)).Require();
        await Joined(acme, "team", "alice", "guest");
        await Joined(acme, "chiefs", "bob", "guest");
        await Joined(acme, "team", "carol", "guest", ("files:share", "allow"), ("files:write", "allow"));
        await Member(acme, "dave", "guest");

        var refused = await acme.PutRole(Service, "crew", Narrower, None);
        Fails(ErrorCodes.RoleNarrowingAffectsMembers, refused);
        Assert.Equal(["alice", "bob"], refused.Error!.Details["members"].Order(StringComparer.Ordinal));
        Assert.True(await Allowed("alice", "acme", "files:share"));

        (await acme.PutRole(Service, "crew", Narrower with { AcceptNarrowing = true }, None)).Require();
        foreach (var user in new[] { "alice", "bob" })
        {
            Assert.False(await Allowed(user, "acme", "files:share"), user);
            Assert.False(await Allowed(user, "acme", "files:write"), user);
            Assert.True(await Allowed(user, "acme", "files:read"), user);
        }
        Assert.True(await Allowed("carol", "acme", "files:write"));
        await Check("alice", "bob", "carol", "dave");
    }

    [Fact]
    public async Task A_group_gives_a_role_only_by_whom_it_names_and_takes_people_in_by_nobody_else()
    {
        var acme = await Organization("acme");
        (await acme.PutRole(Service, "lead", new RoleContent { Title = "Lead", BasedOn = "manager" }, None)).Require();
        (await acme.PutRole(Service, "guarded", new RoleContent { Title = "Guarded", BasedOn = "guest", AssignableBy = ["lead"] }, None)).Require();
        await Member(acme, "manager", "manager");
        await Member(acme, "lena", "lead");
        await Member(acme, "alice", "guest");
        await Member(acme, "bob", "guest");

        Fails(ErrorCodes.RoleNotAssignable, await acme.PutGroup(By("manager"), "team", Group("guarded"), None));
        (await acme.PutGroup(By("lena"), "team", Group("guarded"), None)).Require();
        var refused = await acme.AddGroupMember(By("manager"), "team", "alice", None);
        Fails(ErrorCodes.RoleNotAssignable, refused);
        Assert.Equal(["lead"], refused.Error!.Details["assignable_by"].AsEnumerable());
        Assert.Empty((await acme.GetMember(Caller.Service, "alice", None)).Require().Access.Groups);
        (await acme.AddGroupMember(By("lena"), "team", "alice", None)).Require();
        (await acme.AddGroupMember(By("owner"), "team", "bob", None)).Require();

        // Whoever may not give it can still change the rest of the group, and take it away.
        (await acme.PutGroup(By("manager"), "team", Group("guarded") with { Title = "Another title" }, None)).Require();
        (await acme.RemoveGroupMember(By("manager"), "team", "alice", None)).Require();
        (await acme.PutGroup(By("manager"), "team", Group(null), None)).Require();
        Fails(ErrorCodes.RoleNotAssignable, await acme.PutGroup(By("manager"), "team", Group("guarded"), None));
        await Check("alice", "bob", "lena", "manager");
    }

    [Fact]
    public async Task A_role_that_is_held_through_a_group_only_names_nobody_who_gives_others()
    {
        var acme = await Organization("acme");
        (await acme.PutRole(Service, "lead", new RoleContent { Title = "Lead", BasedOn = "manager" }, None)).Require();
        (await acme.PutRole(Service, "guarded", new RoleContent { Title = "Guarded", BasedOn = "guest", AssignableBy = ["lead"] }, None)).Require();
        (await acme.PutGroup(Service, "leads", Group("lead"), None)).Require();
        await Joined(acme, "leads", "manager", "manager");

        Fails(ErrorCodes.RoleNotAssignable, await acme.PutMember(By("manager"), "bob", new MemberAssignment { Role = "guarded" }, None));
    }

    [Fact]
    public async Task What_a_role_withdraws_other_sources_still_give()
    {
        var acme = await Organization("acme");
        (await acme.PutRole(Service, "crew", Narrower, None)).Require();
        (await acme.PutGroup(Service, "team", Group("crew"), None)).Require();
        (await acme.PutGroup(Service, "writers", Group("writer"), None)).Require();
        (await acme.PutGroup(Service, "both", Group("crew", ("files:write", "allow")), None)).Require();
        await Joined(acme, "team", "alice", "guest");
        await Joined(acme, "team", "bob", "writer");
        await Joined(acme, "writers", "carol", "crew");
        await Joined(acme, "both", "dave", "guest");
        await Joined(acme, "team", "erin", "guest", ("files:write", "allow"));

        Assert.False(await Allowed("alice", "acme", "files:write"));
        foreach (var user in new[] { "bob", "carol", "dave", "erin" }) Assert.True(await Allowed(user, "acme", "files:write"), user);
        var held = (await acme.GetPermissions(Caller.Service, "bob", null, None)).Require();
        Assert.Equal(
            [("role", "writer", true), ("group", "team", false)],
            held.Sources.Select(source => (source.Kind, source.Id, source.Actions.Contains("files:write"))));
        await Check("alice", "bob", "carol", "dave", "erin");
    }

    [Fact]
    public async Task A_level_that_a_role_withdraws_from_is_not_taken_from_a_group_that_gives_it()
    {
        var acme = await Organization("acme");
        (await acme.PutRole(Service, "crew", new RoleContent { Title = "Crew", Grants = Given(("docs", "edit"), ("docs:change", "none")) }, None)).Require();
        (await acme.PutGroup(Service, "team", Group("crew"), None)).Require();
        (await acme.PutGroup(Service, "editors", Group(null, ("docs", "edit")), None)).Require();
        await Joined(acme, "team", "alice", "guest");
        Assert.False(await Allowed("alice", "acme", "docs:change"));
        Assert.Contains(new Grant("docs", "read"), (await acme.GetPermissions(Caller.Service, "alice", null, None)).Require().Areas);

        (await acme.AddGroupMember(Service, "editors", "alice", None)).Require();

        Assert.True(await Allowed("alice", "acme", "docs:change"));
        Assert.Contains(new Grant("docs", "edit"), (await acme.GetPermissions(Caller.Service, "alice", null, None)).Require().Areas);
        await Check("alice");
    }

    [Fact]
    public async Task A_role_that_a_group_gives_is_offered_as_long_as_it_does()
    {
        var acme = await WithTeam();
        await Joined(acme, "team", "alice", "guest");

        var refused = await acme.PutRole(Service, "crew", Crew with { Plans = ["free"], AcceptNarrowing = true }, None);

        Fails(ErrorCodes.RoleInUse, refused);
        Assert.Equal(["team"], refused.Error!.Details["groups"].AsEnumerable());
        Assert.Equal("/plans", refused.Error.Pointer);
        Assert.True(await Allowed("alice", "acme", "files:share"));
        (await acme.PutGroup(Service, "team", Group("writer"), None)).Require();
        (await acme.PutRole(Service, "crew", Crew with { Plans = ["free"] }, None)).Require();
        Fails(ErrorCodes.RoleNotInPlan, await acme.PutGroup(Service, "team", Group("crew"), None));
    }

    [Fact]
    public async Task A_downgrade_names_the_groups_whose_role_ends_with_its_base_and_gives_them_another()
    {
        var acme = await Organization("acme");
        (await acme.PutRole(Service, "allies", new RoleContent { Title = "Allies", BasedOn = "partner" }, None)).Require();
        (await acme.PutGroup(Service, "team", Group("allies"), None)).Require();
        await Joined(acme, "team", "alice", "guest");

        var refused = await acme.Update(Service, To("free"), None);
        Fails(ErrorCodes.PlanStrandsMembers, refused);
        Assert.Equal(["team"], refused.Error!.Details["groups"].AsEnumerable());
        Assert.True(await Allowed("alice", "acme", "board:change"));

        (await acme.Update(Service, To("free", ("allies", "writer"), ("partner", "guest"), ("auditor", "guest")), None)).Require();
        Assert.Equal("writer", (await acme.GetGroup(Caller.Service, "team", None)).Require().Role);
        Assert.False(await Allowed("alice", "acme", "board:change"));
        Assert.True(await Allowed("alice", "acme", "files:write"));
        Fails(ErrorCodes.RoleNotInPlan, await acme.PutGroup(Service, "team", Group("allies"), None));
        await Check("alice");
    }

    private static GroupContent Group(string? role, params (string On, string Level)[] grants) =>
        new() { Title = "The team", Role = role, Grants = Given(grants) };

    private static async Task Joined(IOrganization organization, string group, string user, string role, params (string On, string Level)[] grants)
    {
        await Member(organization, user, role, grants);
        (await organization.AddGroupMember(Service, group, user, None)).Require();
    }

    private async Task<IOrganization> WithTeam()
    {
        var organization = await Organization("acme");
        (await organization.PutRole(Service, "crew", Crew, None)).Require();
        (await organization.PutGroup(Service, "team", Group("crew"), None)).Require();
        return organization;
    }

    private Task Check(params string[] users) => Invariants.Check(Grid, "acme", [.. users, "owner"]);
}
