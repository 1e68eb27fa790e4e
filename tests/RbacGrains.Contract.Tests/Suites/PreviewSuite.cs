using System.Collections.Immutable;

namespace RbacGrains.Contract.Tests;

/// <summary>What a change would do is told without doing it.</summary>
public abstract class PreviewSuite : ContractSuite
{
    [Fact]
    public async Task Whoever_would_join_gains_and_whoever_would_leave_loses()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", new MemberAssignment { Role = "inviter", Email = "alice@example.com" });

        var joins = Assert.Single(await Previewed(acme, Putting("bob", new MemberAssignment { Role = "inviter", Email = "bob@example.com" })));
        var leaves = Assert.Single(await Previewed(acme, new PreviewedChange { Member = new PreviewedMember("alice") { Remove = true } }));

        Assert.Equal(("bob", "bob@example.com"), (joins.User, joins.Email));
        Assert.Equal([new DecisionChange("files:read", null, null), new DecisionChange("members:invite", null, null)], joins.Gains.AsEnumerable());
        Assert.Empty(joins.Loses);
        Assert.Equal(("alice", "alice@example.com"), (leaves.User, leaves.Email));
        Assert.Equal(joins.Gains.AsEnumerable(), leaves.Loses.AsEnumerable());
        Assert.Empty(leaves.Gains);
    }

    [Fact]
    public async Task It_changes_nothing_and_uses_up_no_name()
    {
        var acme = await Organization("acme");
        var log = await Audit(acme);
        var named = Service with { OperationId = "once" };

        await Previewed(acme, Putting("bob", new MemberAssignment { Role = "writer" }), named);

        Assert.Equal(log.AsEnumerable(), await Audit(acme));
        Fails(ErrorCodes.MemberNotFound, await acme.GetMember(Caller.Service, "bob", None));
        (await acme.PutMember(named, "carol", new MemberAssignment { Role = "writer" }, None)).Require();
        Assert.Single(await Previewed(acme, Putting("bob", new MemberAssignment { Role = "writer" }), named));
    }

    [Fact]
    public async Task Who_neither_gains_nor_loses_is_not_listed()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", new MemberAssignment { Role = "writer", Suspended = true });

        Assert.Empty(await Previewed(acme, Patching("alice", new MemberPatch { Role = "owner" })));
        Assert.Empty(await Previewed(acme, Putting("bob", new MemberAssignment { Role = "owner", Suspended = true })));
        Assert.Empty(await Previewed(acme, Patching("owner", new MemberPatch { Email = "owner@example.com" })));
        Assert.Empty(await Previewed(acme, new PreviewedChange { Member = new PreviewedMember("nobody") { Remove = true } }));
        Assert.Empty(await Previewed(acme, new PreviewedChange { Plan = new PreviewedPlan("enterprise") }));
    }

    [Fact]
    public async Task Within_a_project_only_that_is_listed_which_turns_otherwise_than_elsewhere()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", new MemberAssignment { Role = "guest", Projects = [new ProjectAssignment { Project = "closed" }] });

        var given = Assert.Single(await Previewed(acme, Patching("alice", Granting(("files:read", "allow")))));
        var opened = await Previewed(acme, Patching("alice", new MemberPatch { ClearProjects = true }));
        await Patched(acme, "alice", Granting(("files:read", "allow")));
        var reopened = Assert.Single(await Previewed(acme, Patching("alice", new MemberPatch { ClearProjects = true })));

        Assert.Equal([new DecisionChange("files:read", null, null) { Except = ["closed"] }], given.Gains.AsEnumerable());
        Assert.Empty(opened);
        Assert.Equal([new DecisionChange("files:read", "closed", null)], reopened.Gains.AsEnumerable());
    }

    [Fact]
    public async Task Where_conditions_come_and_go_the_circumstances_are_said()
    {
        var acme = await Organization("acme", ContractModels.Archive);
        await Member(acme, "alice", "keeper");

        var narrowed = Assert.Single(await Previewed(acme, Patching("alice", new MemberPatch { Role = "editor" })));
        await Patched(acme, "alice", new MemberPatch { Role = "editor" });
        var other = Assert.Single(await Previewed(acme, Patching("alice", new MemberPatch { Role = "author" })));

        const string Active = "resource.status not_equals 'archived'";
        const string Own = "resource.owner equals subject.id";
        Assert.Equal(
            [new DecisionChange("record:write", null, $"not {Active}"), new DecisionChange("settings:change", null, null)], narrowed.Loses.AsEnumerable());
        Assert.Equal(
            [new DecisionChange("record:read", null, null), new DecisionChange("record:delete", null, "action.soft equals true")],
            narrowed.Gains.AsEnumerable());
        Assert.Contains(new DecisionChange("record:write", null, $"{Active} and not {Own}"), other.Loses);
        Assert.Contains(new DecisionChange("record:write", null, $"{Own} and not {Active}"), other.Gains);
    }

    [Fact]
    public async Task A_change_of_plan_lists_people_and_programs_page_by_page()
    {
        var acme = await Organization("acme");
        for (var index = 0; index < 5; index++) await Member(acme, $"partner{index}", "partner");
        for (var index = 0; index < 5; index++) await Member(acme, $"writer{index}", "writer");
        await Member(acme, "sharer", "guest", ("files:share", "allow"));
        var account = (await acme.CreateApiKey(Service, new CreateApiKey { Name = "ci", Role = "partner" }, None)).Require().Account.Id;
        var plan = new PreviewedChange { Plan = new PreviewedPlan("free") { Reassign = To("free", ("partner", "writer")).Reassign } };

        var affected = await Previewed(acme, plan, size: 2);

        Assert.Equal(
            ["owner", .. Enumerable.Range(0, 5).Select(index => $"partner{index}"), "sharer", account], affected.Select(member => member.User));
        Assert.Equal(["files:share"], affected.Single(member => member.User == "sharer").Loses.Select(change => change.Action));
        var partner = affected.Single(member => member.User == "partner3");
        Assert.Equal(["files:share", "board:view", "board:change"], partner.Loses.Select(change => change.Action));
        Assert.Equal(["files:write", "docs:view", "docs/drafts:view", "docs/final:view"], partner.Gains.Select(change => change.Action));
    }

    [Fact]
    public async Task A_change_of_a_role_lists_its_holders_and_those_of_roles_that_build_on_it()
    {
        var acme = await Organization("acme");
        await acme.PutRole(Service, "base", new RoleContent { Title = "Base", Grants = Given(("files:read", "allow"), ("files:write", "allow")) }, None);
        await acme.PutRole(Service, "upper", new RoleContent { Title = "Upper", BasedOn = "base", Grants = Given(("keys:read", "allow")) }, None);
        await Member(acme, "holder", "base");
        await Member(acme, "above", "upper");
        await Member(acme, "bound", new MemberAssignment { Role = "writer", Projects = [new ProjectAssignment { Project = "p", Role = "base" }] });
        await Member(acme, "other", "writer");
        var narrower = new RoleContent { Title = "Base", Grants = Given(("files:read", "allow"), ("members:read", "allow")) };

        Refused(
            ErrorCodes.RoleNarrowingAffectsMembers,
            null,
            await Preview(acme, new PreviewedChange { Role = new PreviewedRole("base") { Put = narrower } }));
        var affected = await Previewed(
            acme, new PreviewedChange { Role = new PreviewedRole("base") { Put = narrower with { AcceptNarrowing = true } } }, size: 1);

        Assert.Equal(["holder", "above", "bound"], affected.Select(member => member.User));
        Assert.All(affected[..2], member => Assert.Equal([new DecisionChange("members:read", null, null)], member.Gains.AsEnumerable()));
        Assert.All(affected[..2], member => Assert.Equal([new DecisionChange("files:write", null, null)], member.Loses.AsEnumerable()));
        Assert.Equal([new DecisionChange("files:write", "p", null)], affected[2].Loses.AsEnumerable());
        Assert.Empty(affected[2].Gains);
    }

    [Fact]
    public async Task The_end_of_a_role_lists_what_its_holders_get_instead()
    {
        var acme = await Organization("acme");
        await acme.PutRole(Service, "own", new RoleContent { Title = "Own", Grants = Given(("files:read", "allow"), ("keys:read", "allow")) }, None);
        await Member(acme, "holder", "own");

        Refused(ErrorCodes.RoleInUse, null, await Preview(acme, new PreviewedChange { Role = new PreviewedRole("own") { Delete = new DeleteRole() } }));
        Refused(ErrorCodes.InvalidValue, "/role", await Preview(acme, new PreviewedChange { Role = new PreviewedRole("own") }));
        Refused(
            ErrorCodes.UnknownRole,
            "/role/put/based_on",
            await Preview(acme, new PreviewedChange { Role = new PreviewedRole("new") { Put = new RoleContent { Title = "New", BasedOn = "king" } } }));
        var holder = Assert.Single(await Previewed(
            acme, new PreviewedChange { Role = new PreviewedRole("own") { Delete = new DeleteRole("inviter") } }));

        Assert.Equal(["members:invite"], holder.Gains.Select(change => change.Action));
        Assert.Equal(["keys:read"], holder.Loses.Select(change => change.Action));
        Assert.Single(await Members(acme, new MemberFilter(Role: "own")));
    }

    [Fact]
    public async Task A_change_of_a_group_lists_its_members_alone()
    {
        var acme = await Organization("acme");
        foreach (var user in new[] { "a", "b", "c", "outside" }) await Member(acme, user, "guest");
        await Member(acme, "writer", "writer");
        await acme.PutGroup(Service, "team", new GroupContent { Title = "Team", Role = "inviter" }, None);
        foreach (var user in new[] { "a", "b", "c", "writer" }) await acme.AddGroupMember(Service, "team", user, None);
        PreviewedChange Team(GroupContent? put, bool delete = false) =>
            new() { Group = new PreviewedGroup("team") { Put = put, Delete = delete } };

        var changed = await Previewed(acme, Team(new GroupContent { Title = "Team", Grants = Given(("files:read", "allow"), ("keys:read", "allow")) }), size: 2);
        var deleted = await Previewed(acme, Team(null, delete: true));
        var joins = Assert.Single(await Previewed(acme, new PreviewedChange { Group = new PreviewedGroup("team") { AddMember = "outside" } }));
        var leaves = Assert.Single(await Previewed(acme, new PreviewedChange { Group = new PreviewedGroup("team") { RemoveMember = "writer" } }));

        Assert.Equal(["a", "b", "c", "writer"], changed.Select(member => member.User));
        Assert.All(changed, member => Assert.Equal(["members:invite"], member.Loses.Select(turn => turn.Action)));
        Assert.All(changed, member => Assert.Equal(["keys:read"], member.Gains.Select(turn => turn.Action)));
        Assert.Equal(["files:read", "members:invite"], deleted[0].Loses.Select(turn => turn.Action));
        Assert.Equal(["members:invite"], deleted[3].Loses.Select(turn => turn.Action));
        Assert.Equal(["files:read", "members:invite"], joins.Gains.Select(turn => turn.Action));
        Assert.Equal(["members:invite"], leaves.Loses.Select(turn => turn.Action));
        Assert.Empty(await Previewed(acme, Team(new GroupContent { Title = "Another title", Role = "inviter" })));
        Assert.Equal(4, (await acme.GetGroup(Caller.Service, "team", None)).Require().Members);
        Refused(ErrorCodes.UnknownRole, "/group/put/role", await Preview(acme, Team(new GroupContent { Title = "Team", Role = "king" })));
        Refused(ErrorCodes.InvalidValue, "/group", await Preview(acme, Team(null)));
        Refused(ErrorCodes.InvalidId, "/group/group", await Preview(acme, new PreviewedChange { Group = new PreviewedGroup("a b") { Delete = true } }));
        Refused(
            ErrorCodes.GroupNotFound, null, await Preview(acme, new PreviewedChange { Group = new PreviewedGroup("none") { AddMember = "a" } }));
    }

    [Fact]
    public async Task What_would_be_refused_is_refused_likewise()
    {
        var acme = await Organization("acme");
        await Member(acme, "partner", "partner");

        Refused(ErrorCodes.LastAdmin, null, await Preview(acme, Patching("owner", new MemberPatch { Role = "guest" })));
        Refused(ErrorCodes.UnknownRole, "/member/put/role", await Preview(acme, Putting("bob", new MemberAssignment { Role = "king" })));
        Refused(ErrorCodes.UnknownArea, "/member/patch/grants/nowhere", await Preview(acme, Patching("partner", Granting(("nowhere", "read")))));
        Refused(ErrorCodes.PlanStrandsMembers, "/plan/plan", await Preview(acme, new PreviewedChange { Plan = new PreviewedPlan("free") }));
        Refused(ErrorCodes.UnknownPlan, "/plan/plan", await Preview(acme, new PreviewedChange { Plan = new PreviewedPlan("gold") }));
        Refused(ErrorCodes.ReservedId, "/member/user", await Preview(acme, Putting("svc:bob", new MemberAssignment { Role = "guest" })));
        Refused(ErrorCodes.InvalidId, "/member/user", await Preview(acme, Putting("b b", new MemberAssignment { Role = "guest" })));
        Refused(
            ErrorCodes.VersionMismatch,
            null,
            await Preview(acme, Patching("partner", new MemberPatch { Role = "guest" }), Service with { ExpectedVersion = 99 }));
        Fails(ErrorCodes.OrganizationNotFound, await Preview(Grid.Organization("nowhere"), new PreviewedChange { Plan = new PreviewedPlan("free") }));
    }

    [Fact]
    public async Task It_needs_the_right_to_make_the_change_and_to_see_whom_it_concerns()
    {
        var acme = await Organization("acme");
        foreach (var role in new[] { "manager", "inviter", "guest" }) await Member(acme, role, role);
        var newcomer = Putting("bob", new MemberAssignment { Role = "guest", Grants = Given(("files:read", "allow")) });

        Assert.Single(await Previewed(acme, newcomer, By("manager")));
        Fails(ErrorCodes.PermissionDenied, await Preview(acme, newcomer, By("inviter")));
        Fails(ErrorCodes.PermissionDenied, await Preview(acme, newcomer, By("guest")));
        Fails(ErrorCodes.GrantExceedsOwn, await Preview(acme, Putting("bob", new MemberAssignment { Role = "partner" }), By("manager")));
        Fails(ErrorCodes.PermissionDenied, await Preview(acme, new PreviewedChange { Plan = new PreviewedPlan("team") }, By("manager")));
        Fails(ErrorCodes.OrganizationNotFound, await Preview(acme, newcomer, By("stranger")));
        Assert.Single(await Previewed(acme, new PreviewedChange { Member = new PreviewedMember("inviter") { Remove = true } }, By("inviter")));
    }

    [Fact]
    public async Task It_is_of_exactly_one_change()
    {
        var acme = await Organization("acme");
        var plan = new PreviewedPlan("team");
        var member = new PreviewedMember("bob") { Remove = true };

        Fails(ErrorCodes.InvalidValue, await Preview(acme, new PreviewedChange()));
        Fails(ErrorCodes.InvalidValue, await Preview(acme, new PreviewedChange { Plan = plan, Member = member }));
        Refused(ErrorCodes.InvalidValue, "/member", await Preview(acme, new PreviewedChange { Member = new PreviewedMember("bob") }));
        Refused(
            ErrorCodes.InvalidValue, "/member", await Preview(acme, new PreviewedChange { Member = member with { Patch = new MemberPatch() } }));
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1001, "")]
    [InlineData(10, "nonsense")]
    public async Task A_page_that_cannot_be_is_refused(int size, string token)
    {
        var acme = await Organization("acme");
        var page = new PageRequest(size, token);

        Fails(ErrorCodes.InvalidValue, await acme.Preview(Service, Putting("bob", new MemberAssignment { Role = "guest" }), page, None));
        Fails(ErrorCodes.InvalidValue, await acme.Preview(Service, new PreviewedChange { Plan = new PreviewedPlan("team") }, page, None));
    }

    private static PreviewedChange Putting(string user, MemberAssignment assignment) =>
        new() { Member = new PreviewedMember(user) { Put = assignment } };

    private static PreviewedChange Patching(string user, MemberPatch patch) => new() { Member = new PreviewedMember(user) { Patch = patch } };

    private static ValueTask<Result<Page<AffectedMember>>> Preview(
        IOrganization organization, PreviewedChange change, ChangeContext? context = null) =>
        organization.Preview(context ?? Service, change, new PageRequest(), None);

    private static Task<ImmutableArray<AffectedMember>> Previewed(
        IOrganization organization, PreviewedChange change, ChangeContext? context = null, int size = 100) =>
        Pages.All(page => organization.Preview(context ?? Service, change, page, None), size);

    private static void Refused(string code, string? pointer, Result<Page<AffectedMember>> result)
    {
        Fails(code, result);
        Assert.Equal(pointer, result.Error!.Pointer);
    }
}
