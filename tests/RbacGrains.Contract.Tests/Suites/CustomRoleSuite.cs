namespace RbacGrains.Contract.Tests;

/// <summary>An organization makes roles for itself: what they give, what they can be, how they are listed and recorded.</summary>
public abstract class CustomRoleSuite : ContractSuite
{
    private static readonly RoleContent Crew = new()
    {
        Title = "Crew",
        Description = "Shares, and does not write.",
        BasedOn = "writer",
        Grants = Given(("files:share", "allow"), ("files:write", "none"), ("board", "read")),
    };

    [Fact]
    public async Task A_role_gives_its_bases_actions_with_its_own_laid_over_them()
    {
        var acme = await Organization("acme");

        var made = (await acme.PutRole(By("owner"), "crew", Crew, None)).Require();
        await Member(acme, "alice", "crew");

        Assert.True(made.Created);
        Assert.True(await Allowed("alice", "acme", "files:read"));
        Assert.True(await Allowed("alice", "acme", "files:share"));
        Assert.True(await Allowed("alice", "acme", "docs:view"));
        Assert.True(await Allowed("alice", "acme", "board:view"));
        Assert.False(await Allowed("alice", "acme", "files:write"));
        Assert.False(await Allowed("alice", "acme", "board:change"));
    }

    [Fact]
    public async Task Roles_are_listed_behind_the_models_with_what_they_were_made_of()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", "guest");
        (await acme.PutRole(Service, "crew", Crew, None)).Require();
        (await acme.PutRole(Service, "boss", new RoleContent { Title = "Boss", BasedOn = "crew", Plans = ["enterprise"], AssignableBy = ["manager", "crew"] }, None))
            .Require();

        var roles = (await acme.ListRoles(By("alice").Caller, None)).Require();
        var crew = (await acme.GetRole(By("alice").Caller, "crew", None)).Require();
        var boss = (await acme.GetRole(Caller.Service, "boss", None)).Require();

        Assert.Equal(["auditor", "boss", "crew"], roles.TakeLast(3).Select(role => role.Role.Id));
        Assert.Equal((2L, 3L), (crew.Custom!.Version, crew.PolicyVersion));
        Assert.Equal(("Crew", "Shares, and does not write.", "writer"), (crew.Role.Title, crew.Role.Description, crew.Custom.BasedOn));
        Assert.Equal(Crew.Grants, crew.Custom.Grants);
        Assert.Equal(Given(("board", "read"), ("docs", "read"), ("files:read", "allow"), ("files:share", "allow")), crew.Role.Grants);
        Assert.Equal(["enterprise"], boss.Role.Plans.AsEnumerable());
        Assert.Equal(["crew", "manager"], boss.Custom!.AssignableBy.AsEnumerable());
        Assert.Null((await acme.GetRole(Caller.Service, "writer", None)).Require().Custom);
        Fails(ErrorCodes.RoleNotFound, await acme.GetRole(Caller.Service, "nobody", None));
    }

    [Theory]
    [InlineData("writer", "Writer", null, null, null, ErrorCodes.RoleOfModel, null)]
    [InlineData("Crew!", "Crew", null, null, null, ErrorCodes.InvalidId, null)]
    [InlineData("crew", " ", null, null, null, ErrorCodes.InvalidValue, "/title")]
    [InlineData("crew", "Crew", "king", null, null, ErrorCodes.UnknownRole, "/based_on")]
    [InlineData("crew", "Crew", "crew", null, null, ErrorCodes.RoleCycle, "/based_on")]
    [InlineData("crew", "Crew", null, "files:burn", "allow", ErrorCodes.UnknownAction, "/grants/files:burn")]
    [InlineData("crew", "Crew", null, "files:read", "edit", ErrorCodes.UnknownLevel, "/grants/files:read")]
    [InlineData("crew", "Crew", null, "attic", "read", ErrorCodes.UnknownArea, "/grants/attic")]
    [InlineData("crew", "Crew", null, "board", "all", ErrorCodes.UnknownLevel, "/grants/board")]
    [InlineData("crew", "Crew", "writer", "docs/final", "edit", ErrorCodes.SubAreaAboveParent, "/grants/docs~1final")]
    public async Task A_role_that_means_nothing_is_refused_and_the_place_is_named(
        string id, string title, string? basedOn, string? on, string? level, string code, string? pointer)
    {
        var acme = await Organization("acme");
        var content = new RoleContent { Title = title, BasedOn = basedOn, Grants = on is null ? Grants.Empty : Given((on, level!)) };

        var refused = await acme.PutRole(Service, id, content, None);

        Fails(code, refused);
        Assert.Equal(pointer, refused.Error!.Pointer);
        Assert.DoesNotContain((await acme.ListRoles(Caller.Service, None)).Require(), role => role.Custom is not null);
    }

    [Fact]
    public async Task Plans_and_givers_are_known_and_a_plan_that_the_base_is_not_offered_on_is_refused()
    {
        var acme = await Organization("acme");
        var role = new RoleContent { Title = "Crew", BasedOn = "auditor" };

        var unknown = await acme.PutRole(Service, "crew", role with { Plans = ["enterprise", "gold"] }, None);
        var beyond = await acme.PutRole(Service, "crew", role with { Plans = ["team"] }, None);
        var giver = await acme.PutRole(Service, "crew", role with { AssignableBy = ["king"] }, None);

        Fails(ErrorCodes.UnknownPlan, unknown);
        Assert.Equal("/plans/1", unknown.Error!.Pointer);
        Fails(ErrorCodes.RoleNotInPlan, beyond);
        Assert.Equal("/plans/0", beyond.Error!.Pointer);
        Fails(ErrorCodes.UnknownRole, giver);
        Assert.Equal("/assignable_by/0", giver.Error!.Pointer);
    }

    [Fact]
    public async Task Roles_cannot_build_on_each_other_in_a_circle()
    {
        var acme = await Organization("acme");
        (await acme.PutRole(Service, "a", new RoleContent { Title = "A" }, None)).Require();
        (await acme.PutRole(Service, "b", new RoleContent { Title = "B", BasedOn = "a" }, None)).Require();

        Fails(ErrorCodes.RoleCycle, await acme.PutRole(Service, "a", new RoleContent { Title = "A", BasedOn = "b" }, None));
    }

    [Fact]
    public async Task A_role_is_offered_on_a_plan_only_where_its_base_is_and_a_downgrade_strands_its_holders()
    {
        var acme = await Organization("acme");
        (await acme.PutRole(Service, "deal", new RoleContent { Title = "Deal", BasedOn = "partner" }, None)).Require();
        await Member(acme, "alice", "deal");

        var refused = await acme.Update(Service, To("free"), None);
        Fails(ErrorCodes.PlanStrandsMembers, refused);
        Assert.Equal(["alice"], refused.Error!.Details["members"].AsEnumerable());
        (await acme.Update(Service, To("free", ("deal", "guest")), None)).Require();

        Assert.Equal("guest", (await acme.GetMember(Caller.Service, "alice", None)).Require().Access.Role);
        Assert.False((await acme.GetRole(Caller.Service, "deal", None)).Require().Offered);
        Fails(ErrorCodes.RoleNotInPlan, await acme.AssignRole(Service, "alice", "deal"));
    }

    [Fact]
    public async Task A_downgrade_can_give_a_role_of_the_organizations_own()
    {
        var acme = await Organization("acme");
        (await acme.PutRole(Service, "crew", Crew, None)).Require();
        await Member(acme, "alice", "partner");

        (await acme.Update(Service, To("free", ("partner", "crew")), None)).Require();

        Assert.Equal("crew", (await acme.GetMember(Caller.Service, "alice", None)).Require().Access.Role);
    }

    [Fact]
    public async Task A_role_on_an_admin_role_is_no_admin()
    {
        var acme = await Organization("acme");
        (await acme.PutRole(Service, "deputy", new RoleContent { Title = "Deputy", BasedOn = "owner", Grants = Given(("billing:manage", "none")) }, None)).Require();
        await Member(acme, "dora", "deputy");

        Assert.True(await Allowed("dora", "acme", "docs/final:change"));
        Assert.False(await Allowed("dora", "acme", "billing:manage"));
        Fails(ErrorCodes.LastAdmin, await acme.AssignRole(Service, "owner", "deputy"));
    }

    [Fact]
    public async Task Every_change_of_a_role_is_in_the_log_with_before_and_after()
    {
        var acme = await Organization("acme");
        (await acme.PutRole(By("owner") with { Reason = "new team" }, "crew", Crew, None)).Require();
        (await acme.PutRole(By("owner"), "crew", Crew with { Title = "The crew" }, None)).Require();
        (await acme.DeleteRole(By("owner"), "crew", new DeleteRole(), None)).Require();

        var entries = (await Audit(acme, new AuditQuery(Target: "crew"))).Reverse().ToList();

        Assert.Equal([AuditKinds.RoleCreated, AuditKinds.RoleChanged, AuditKinds.RoleDeleted], entries.Select(entry => entry.Kind));
        Assert.Equal(("owner", "new team", null), (entries[0].Actor, entries[0].Reason, entries[0].Before));
        Assert.Equal(entries[0].After, entries[1].Before);
        Assert.Contains("The crew", entries[1].After, StringComparison.Ordinal);
        Assert.Equal((entries[1].After, null), (entries[2].Before, entries[2].After));
    }

    [Fact]
    public async Task A_change_is_made_once_whoever_repeats_it_and_not_over_somebody_elses()
    {
        var acme = await Organization("acme");
        var named = Service with { OperationId = "op" };
        var first = (await acme.PutRole(named, "crew", Crew, None)).Require();
        var again = (await acme.PutRole(named, "crew", Crew, None)).Require();
        var same = (await acme.PutRole(Service, "crew", Crew, None)).Require();

        Assert.Equal((true, false, false), (first.Created, again.Created, same.Created));
        Assert.Equal(first.Value.Custom!.Version, same.Value.Custom!.Version);
        Fails(ErrorCodes.IdempotencyKeyReused, await acme.PutRole(named, "crew", Crew with { Title = "Other" }, None));
        Fails(ErrorCodes.VersionMismatch, await acme.PutRole(Service with { ExpectedVersion = 0 }, "crew", Crew, None));
        Fails(ErrorCodes.VersionMismatch, await acme.DeleteRole(Service with { ExpectedVersion = 99 }, "crew", new DeleteRole(), None));
        var expected = Service with { ExpectedVersion = same.Value.Custom.Version };
        Assert.False((await acme.PutRole(expected, "crew", Crew with { Title = "Other" }, None)).Require().Created);
        Fails(ErrorCodes.VersionMismatch, await acme.PutRole(expected, "crew", Crew, None));
        Assert.Single(await Audit(acme, new AuditQuery(Kind: AuditKinds.RoleCreated)));
    }

    [Fact]
    public async Task Whoever_may_not_manage_roles_makes_none_and_other_tenants_see_none()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", "writer");

        Fails(ErrorCodes.PermissionDenied, await acme.PutRole(By("alice"), "crew", Crew, None));
        Fails(ErrorCodes.PermissionDenied, await acme.DeleteRole(By("alice"), "crew", new DeleteRole(), None));
        Fails(ErrorCodes.OrganizationNotFound, await acme.PutRole(By("mallory"), "crew", Crew, None));
        Fails(ErrorCodes.OrganizationNotFound, await acme.GetRole(By("mallory").Caller, "writer", None));
        Fails(ErrorCodes.OrganizationNotFound, await acme.DeleteRole(By("mallory"), "crew", new DeleteRole(), None));
    }

    [Fact]
    public async Task Roles_survive_a_restart()
    {
        var acme = await Organization("acme");
        (await acme.PutRole(Service, "crew", Crew, None)).Require();
        await Member(acme, "alice", "crew");
        await Host.Restart();

        Assert.True(await Allowed("alice", "acme", "files:share"));
        Assert.Equal(Crew.Grants, (await Grid.Organization("acme").GetRole(Caller.Service, "crew", None)).Require().Custom!.Grants);
    }
}
