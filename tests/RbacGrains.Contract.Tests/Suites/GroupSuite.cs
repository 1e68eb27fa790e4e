using System.Collections.Immutable;
using System.Globalization;

namespace RbacGrains.Contract.Tests;

/// <summary>Groups give to all who are in them, beside what each holds otherwise.</summary>
public abstract class GroupSuite : ContractSuite
{
    [Fact]
    public async Task What_a_group_gives_is_held_from_the_answer_on_until_it_is_taken_away()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", "guest");
        var made = (await acme.PutGroup(Service, "team", Group("writer", ("board", "read")), None)).Require();
        Assert.True(made.Created);
        Assert.Equal(("team", "acme", "The team", "writer", 0), (made.Value.Id, made.Value.Organization, made.Value.Title, made.Value.Role, made.Value.Members));
        Assert.False(await Allowed("alice", "acme", "files:read"));

        var joined = (await acme.AddGroupMember(Service, "team", "alice", None)).Require();
        Assert.True(joined.Created);
        Assert.Equal("team", Assert.Single(joined.Value.Access.Groups).Group);
        Assert.True(await Allowed("alice", "acme", "files:read"));
        Assert.True(await Allowed("alice", "acme", "board:view"));
        Assert.False(await Allowed("alice", "acme", "board:change"));

        var changed = (await acme.PutGroup(Service, "team", Group(null, ("board", "edit")), None)).Require();
        Assert.False(changed.Created);
        Assert.Equal((1, true), (changed.Value.Members, changed.Value.Version > made.Value.Version));
        Assert.False(await Allowed("alice", "acme", "files:read"));
        Assert.True(await Allowed("alice", "acme", "board:change"));

        (await acme.RemoveGroupMember(Service, "team", "alice", None)).Require();
        Assert.False(await Allowed("alice", "acme", "board:view"));
        Assert.Equal("guest", (await acme.GetMember(Caller.Service, "alice", None)).Require().Access.Role);
        await Check("alice");
    }

    [Fact]
    public async Task A_deleted_group_gives_nothing_and_the_next_of_its_id_begins_empty_at_a_later_version()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", "guest");
        (await acme.PutGroup(Service, "team", Group("writer"), None)).Require();
        (await acme.AddGroupMember(Service, "team", "alice", None)).Require();
        var before = (await acme.GetGroup(Caller.Service, "team", None)).Require();

        (await acme.DeleteGroup(Service, "team", None)).Require();
        (await acme.DeleteGroup(Service, "team", None)).Require();

        Assert.False(await Allowed("alice", "acme", "files:read"));
        Assert.Empty((await acme.GetMember(Caller.Service, "alice", None)).Require().Access.Groups);
        Fails(ErrorCodes.GroupNotFound, await acme.GetGroup(Caller.Service, "team", None));
        Fails(ErrorCodes.GroupNotFound, await acme.ListGroupMembers(Caller.Service, "team", new PageRequest(), None));
        Fails(ErrorCodes.GroupNotFound, await acme.AddGroupMember(Service, "team", "alice", None));
        Assert.Empty((await acme.ListGroups(Caller.Service, new PageRequest(), None)).Require().Items);

        var again = (await acme.PutGroup(Service, "team", Group("writer"), None)).Require();
        Assert.True(again.Created);
        Assert.True(again.Value.Version > before.Version);
        Assert.Equal(0, again.Value.Members);
        Assert.False(await Allowed("alice", "acme", "files:read"));
        await Check("alice");
    }

    [Fact]
    public async Task Effective_access_and_explanations_name_the_group()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", "guest", ("docs", "read"));
        (await acme.PutGroup(Service, "team", Group("writer", ("board", "edit")), None)).Require();
        (await acme.AddGroupMember(Service, "team", "alice", None)).Require();

        var held = (await acme.GetPermissions(Caller.Service, "alice", null, None)).Require();
        Assert.Equal(["role guest", "grants ", "group team"], held.Sources.Select(source => $"{source.Kind} {source.Id}"));
        Assert.Equal(["docs read", "docs/drafts read", "docs/final read"], held.Sources[1].Areas.Select(area => $"{area.On} {area.Level}"));
        Assert.Contains("files:write", held.Sources[2].Actions);
        Assert.Contains("files:write", held.Actions);
        Assert.Contains(new Grant("board", "edit"), held.Areas);

        var explained = (await Grid.User("alice").Explain(Caller.Service, "acme", "files:write", null, None)).Require();
        Assert.Equal("Allowed: role 'writer' of group 'team' gives 'files:write'.", explained.Sentence);
        Assert.Contains(explained.Steps, step => step is { Kind: StepKind.Group, Effect: StepEffect.Gives, Subject: "team" });
    }

    [Fact]
    public async Task The_most_permissive_of_role_grants_and_all_groups_holds_and_ceilings_restrict_it()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", new MemberAssignment
        {
            Role = "guest",
            Grants = Given(("docs", "edit")),
            Projects = [new ProjectAssignment { Project = "closed" }],
        });
        (await acme.PutGroup(Service, "less", Group("guest", ("docs", "none")), None)).Require();
        (await acme.PutGroup(Service, "more", Group("writer", ("board", "read")), None)).Require();
        (await acme.AddGroupMember(Service, "less", "alice", None)).Require();
        (await acme.AddGroupMember(Service, "more", "alice", None)).Require();

        Assert.True(await Allowed("alice", "acme", "docs:change"));
        Assert.True(await Allowed("alice", "acme", "board:view"));
        Assert.True(await Allowed("alice", "acme", "files:write", "open"));
        Assert.Equal(DecisionReason.OutsideProjectScope, await Reason("alice", "acme", "files:write", "closed"));
        await Patched(acme, "alice", new MemberPatch { Suspended = true });
        Assert.Equal(DecisionReason.Suspended, await Reason("alice", "acme", "files:write"));
    }

    [Fact]
    public async Task A_member_who_is_changed_stays_in_their_groups_and_one_who_comes_back_is_in_none()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", "guest");
        (await acme.PutGroup(Service, "team", Group("writer"), None)).Require();
        (await acme.AddGroupMember(Service, "team", "alice", None)).Require();

        await Member(acme, "alice", "inviter");
        await Patched(acme, "alice", Granting(("board", "read")));
        Assert.True(await Allowed("alice", "acme", "files:write"));

        (await acme.RemoveMember(Service, "alice", None)).Require();
        Assert.Empty(await MembersOf(acme, "team"));
        await Member(acme, "alice", "guest");
        Assert.False(await Allowed("alice", "acme", "files:write"));
        Assert.Equal(0, (await acme.GetGroup(Caller.Service, "team", None)).Require().Members);
        await Check("alice");
    }

    [Fact]
    public async Task Nobody_is_an_admin_through_a_group()
    {
        var acme = await Organization("acme");

        Fails(ErrorCodes.GroupRoleAdmin, await acme.PutGroup(By("owner"), "team", Group("owner"), None));
        Fails(ErrorCodes.UnknownRole, await acme.PutGroup(By("owner"), "team", Group("ghost"), None));
        Fails(ErrorCodes.GroupNotFound, await acme.GetGroup(Caller.Service, "team", None));
    }

    [Fact]
    public async Task What_can_be_no_group_is_refused_with_the_place_of_the_mistake()
    {
        var acme = await Organization("acme");

        Assert.Equal("/title", (await acme.PutGroup(Service, "team", Group(null) with { Title = " " }, None)).Error?.Pointer);
        Assert.Equal("/title", (await acme.PutGroup(Service, "team", Group(null) with { Title = new string('x', 201) }, None)).Error?.Pointer);
        Assert.Equal("/description", (await acme.PutGroup(Service, "team", Group(null) with { Description = new string('x', 1001) }, None)).Error?.Pointer);
        Assert.Equal("/grants/docs~1drafts", (await acme.PutGroup(Service, "team", Group(null, ("docs/drafts", "edit")), None)).Error?.Pointer);
        Fails(ErrorCodes.UnknownPreset, await acme.PutGroup(Service, "team", Group(null) with { Preset = "none-such" }, None));
        Fails(ErrorCodes.UnknownAction, await acme.PutGroup(Service, "team", Group(null, ("files:burn", "allow")), None));
        Fails(ErrorCodes.InvalidId, await acme.PutGroup(Service, "a/b", Group(null), None));
        Fails(ErrorCodes.MemberNotFound, await JoinAfter(acme, "nobody"));
        Fails(ErrorCodes.ReservedId, await acme.AddGroupMember(Service, "team", "svc:aaaaaaaaaaaaaaaa", None));
    }

    [Fact]
    public async Task A_preset_is_granted_beneath_the_grants()
    {
        var acme = await Organization("acme");
        var made = (await acme.PutGroup(Service, "team", Group(null, ("board", "edit")) with { Preset = "reviewer" }, None)).Require();

        Assert.Equal(Given(("docs", "read"), ("board", "edit")), made.Value.Grants);
    }

    [Fact]
    public async Task Who_manages_groups_gives_through_them_only_what_they_hold()
    {
        var acme = await Organization("acme");
        await Member(acme, "mia", "manager");
        await Member(acme, "alice", "guest");

        Assert.True((await acme.PutGroup(By("mia"), "within", Group("writer", ("docs", "edit")), None)).Succeeded);
        Assert.True((await acme.AddGroupMember(By("mia"), "within", "alice", None)).Succeeded);
        var beyond = await acme.PutGroup(By("mia"), "within", Group("writer", ("docs", "edit"), ("board", "read")), None);
        Fails(ErrorCodes.GrantExceedsOwn, beyond);
        Assert.Equal(["board:view"], beyond.Error!.Details["beyond"].AsEnumerable());

        // A group that gives more may be narrowed, or left as it is, but nobody taken into it.
        (await acme.PutGroup(Service, "more", Group(null, ("board", "edit")), None)).Require();
        Fails(ErrorCodes.GrantExceedsOwn, await acme.AddGroupMember(By("mia"), "more", "alice", None));
        Assert.True((await acme.PutGroup(By("mia"), "more", Group(null, ("board", "read")), None)).Succeeded);
        Fails(ErrorCodes.GrantExceedsOwn, await acme.AddGroupMember(By("mia"), "more", "mia", None));
        Assert.False(await Allowed("alice", "acme", "board:view"));
    }

    [Fact]
    public async Task Groups_are_managed_by_whoever_may_and_seen_by_whoever_sees_members()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", "writer");
        await Member(acme, "dora", "director");
        (await acme.PutGroup(Service, "team", Group("writer"), None)).Require();

        Fails(ErrorCodes.PermissionDenied, await acme.PutGroup(By("alice"), "mine", Group(null), None));
        Fails(ErrorCodes.PermissionDenied, await acme.DeleteGroup(By("dora"), "team", None));
        Fails(ErrorCodes.PermissionDenied, await acme.AddGroupMember(By("alice"), "team", "alice", None));
        Fails(ErrorCodes.PermissionDenied, await acme.RemoveGroupMember(By("dora"), "team", "alice", None));
        Fails(ErrorCodes.PermissionDenied, await acme.GetGroup(new Caller("alice"), "team", None));
        Fails(ErrorCodes.PermissionDenied, await acme.ListGroups(new Caller("alice"), new PageRequest(), None));
        Fails(ErrorCodes.OrganizationNotFound, await acme.ListGroups(new Caller("stranger"), new PageRequest(), None));
        Fails(ErrorCodes.OrganizationNotFound, await acme.PutGroup(By("stranger"), "team", Group(null), None));
        Assert.True((await acme.ListGroupMembers(new Caller("dora"), "team", new PageRequest(), None)).Succeeded);
    }

    [Fact]
    public async Task Changes_of_groups_can_be_conditional_on_the_version()
    {
        var acme = await Organization("acme");
        var alice = await Member(acme, "alice", "guest");
        var made = (await acme.PutGroup(Service with { ExpectedVersion = 0 }, "team", Group("writer"), None)).Require().Value;

        Fails(ErrorCodes.VersionMismatch, await acme.PutGroup(Service with { ExpectedVersion = 0 }, "team", Group("guest"), None));
        Fails(ErrorCodes.VersionMismatch, await acme.DeleteGroup(Service with { ExpectedVersion = made.Version + 1 }, "team", None));
        Fails(ErrorCodes.VersionMismatch, await acme.AddGroupMember(
            Service with { ExpectedVersion = alice.Access.Version + 1 }, "team", "alice", None));
        (await acme.PutGroup(Service with { ExpectedVersion = made.Version }, "team", Group("guest"), None)).Require();
        (await acme.AddGroupMember(Service with { ExpectedVersion = alice.Access.Version }, "team", "alice", None)).Require();
    }

    [Fact]
    public async Task A_change_of_a_group_that_is_repeated_under_its_name_is_made_once()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", "guest");
        (await acme.PutGroup(Service with { OperationId = "put" }, "team", Group("writer"), None)).Require();
        (await acme.AddGroupMember(Service with { OperationId = "add" }, "team", "alice", None)).Require();
        (await acme.PutGroup(Service, "team", Group("guest"), None)).Require();
        (await acme.RemoveGroupMember(Service, "team", "alice", None)).Require();

        var repeated = (await acme.PutGroup(Service with { OperationId = "put" }, "team", Group("writer"), None)).Require();
        Assert.Equal((false, "guest"), (repeated.Created, repeated.Value.Role));
        Assert.Empty((await acme.AddGroupMember(Service with { OperationId = "add" }, "team", "alice", None)).Require().Value.Access.Groups);
        Fails(ErrorCodes.IdempotencyKeyReused, await acme.PutGroup(Service with { OperationId = "put" }, "team", Group(null), None));
        Fails(ErrorCodes.IdempotencyKeyReused, await acme.DeleteGroup(Service with { OperationId = "add" }, "team", None));
        await Check("alice");
    }

    [Fact]
    public async Task What_is_there_already_is_no_change()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", "guest");
        var made = (await acme.PutGroup(Service, "team", Group("writer"), None)).Require();
        var joined = (await acme.AddGroupMember(Service, "team", "alice", None)).Require();
        var audit = await Audit(acme);

        Assert.Equal((false, made.Value.Version), await Again(acme.PutGroup(Service, "team", Group("writer"), None)));
        var again = (await acme.AddGroupMember(Service, "team", "alice", None)).Require();
        Assert.Equal((false, joined.Value), (again.Created, again.Value));
        (await acme.RemoveGroupMember(Service, "team", "nobody", None)).Require();
        Assert.Equal(audit.AsEnumerable(), await Audit(acme));
    }

    [Fact]
    public async Task Every_change_of_a_group_stands_in_the_log()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", "guest");
        var by = By("owner") with { Reason = "reorganized" };
        (await acme.PutGroup(by, "team", Group("writer"), None)).Require();
        (await acme.AddGroupMember(by, "team", "alice", None)).Require();
        (await acme.PutGroup(by, "team", Group("guest"), None)).Require();
        (await acme.RemoveGroupMember(by, "team", "alice", None)).Require();
        (await acme.DeleteGroup(by, "team", None)).Require();

        var entries = (await Audit(acme)).Where(entry => entry.Kind.StartsWith("group.", StringComparison.Ordinal)).Reverse().ToList();
        Assert.Equal(
            [
                (AuditKinds.GroupCreated, "team"), (AuditKinds.GroupMemberAdded, "alice"), (AuditKinds.GroupChanged, "team"),
                (AuditKinds.GroupMemberRemoved, "alice"), (AuditKinds.GroupDeleted, "team"),
            ],
            entries.Select(entry => (entry.Kind, entry.Target)));
        Assert.All(entries, entry => Assert.Equal(("owner", "reorganized"), (entry.Actor, entry.Reason)));
        Assert.Equal("""{"title":"The team","description":"","role":"writer","grants":{}}""", entries[0].After);
        Assert.Equal(entries[0].After, entries[2].Before);
        Assert.Equal((null, """{"group":"team"}"""), (entries[1].Before, entries[1].After));
        Assert.Null(entries[4].After);
    }

    [Fact]
    public async Task A_role_that_the_plan_does_not_offer_is_given_by_no_group_and_a_downgrade_that_takes_one_away_names_it()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", "guest");
        await Member(acme, "bob", "auditor");
        (await acme.PutGroup(Service, "partners", Group("partner"), None)).Require();
        (await acme.AddGroupMember(Service, "partners", "alice", None)).Require();

        var refused = await acme.Update(Service, To("free"), None);
        Fails(ErrorCodes.PlanStrandsMembers, refused);
        Assert.Equal(["bob"], refused.Error!.Details["members"].AsEnumerable());
        Assert.Equal(["partners"], refused.Error.Details["groups"].AsEnumerable());
        Assert.True(await Allowed("alice", "acme", "files:share"));

        (await acme.Update(Service, To("free", ("partner", "writer"), ("auditor", "guest")), None)).Require();
        Assert.Equal("writer", (await acme.GetGroup(Caller.Service, "partners", None)).Require().Role);
        Assert.False(await Allowed("alice", "acme", "files:share"));
        Assert.True(await Allowed("alice", "acme", "files:write"));
        Fails(ErrorCodes.RoleNotInPlan, await acme.PutGroup(Service, "partners", Group("partner"), None));
        await Check("alice", "bob");
    }

    [Fact]
    public async Task A_downgrade_gives_no_group_an_admin_role()
    {
        var acme = await Organization("acme");
        (await acme.PutGroup(Service, "partners", Group("partner"), None)).Require();

        Fails(ErrorCodes.GroupRoleAdmin, await acme.Update(Service, To("free", ("partner", "owner"), ("auditor", "guest")), None));
        Assert.Equal("enterprise", (await acme.Get(Caller.Service, None)).Require().Plan);
    }

    [Fact]
    public async Task A_group_changes_nothing_about_who_is_an_admin()
    {
        var acme = await Organization("acme");
        (await acme.PutGroup(Service, "team", Group("guest"), None)).Require();
        (await acme.AddGroupMember(Service, "team", "owner", None)).Require();

        Assert.True(await Allowed("owner", "acme", "settings:change"));
        Fails(ErrorCodes.LastAdmin, await acme.RemoveMember(Service, "owner", None));
        (await acme.DeleteGroup(Service, "team", None)).Require();
        Assert.True(await Allowed("owner", "acme", "settings:change"));
        await Check();
    }

    [Fact]
    public async Task A_model_without_areas_has_groups_too()
    {
        var acme = await Organization("acme", "letta");
        await Member(acme, "alice", "analyst");
        (await acme.PutGroup(By("owner"), "editors", Group("editor"), None)).Require();
        (await acme.AddGroupMember(By("owner"), "editors", "alice", None)).Require();

        var held = (await acme.GetPermissions(Caller.Service, "alice", null, None)).Require();
        Assert.Empty(held.Areas);
        Assert.Equal(held.Sources[^1].Actions.AsEnumerable(), held.Actions);
        await Check("alice");
    }

    [Fact]
    public async Task Groups_and_their_members_are_listed_in_pages_in_the_order_in_which_they_came()
    {
        var acme = await Organization("acme");
        var groups = Enumerable.Range(0, 7).Select(index => $"team-{index}").Reverse().ToList();
        foreach (var group in groups) (await acme.PutGroup(Service, group, Group(null), None)).Require();
        var users = Enumerable.Range(0, 7).Select(index => $"user-{index}").Reverse().ToList();
        foreach (var user in users) await Member(acme, user, "guest");
        foreach (var user in users) (await acme.AddGroupMember(Service, "team-3", user, None)).Require();

        Assert.Equal(groups, (await Pages.All(page => acme.ListGroups(Caller.Service, page, None), size: 3)).Select(group => group.Id));
        Assert.Equal(users, (await MembersOf(acme, "team-3", size: 3)).Select(member => member.User));
        Assert.Equal(7, (await acme.GetGroup(Caller.Service, "team-3", None)).Require().Members);
        await Check([.. users]);
    }

    [Fact]
    public async Task A_group_of_more_members_than_a_page_holds_gives_to_all_of_them()
    {
        var acme = await Organization("acme");
        (await acme.PutGroup(Service, "all", Group(null), None)).Require();
        var users = Enumerable.Range(0, 130).Select(index => string.Create(CultureInfo.InvariantCulture, $"u{index:000}")).ToArray();
        await Parallel.ForEachAsync(users, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (user, _) =>
        {
            await Member(acme, user, "guest");
            (await acme.AddGroupMember(Service, "all", user, None)).Require();
        });

        (await acme.PutGroup(Service, "all", Group("writer"), None)).Require();
        foreach (var user in users) Assert.True(await Allowed(user, "acme", "files:write"), user);
        Assert.Equal(130, (await acme.GetGroup(Caller.Service, "all", None)).Require().Members);

        (await acme.DeleteGroup(Service, "all", None)).Require();
        foreach (var user in users) Assert.False(await Allowed(user, "acme", "files:write"), user);
    }

    [Fact]
    public async Task Groups_survive_a_restart()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", "guest");
        (await acme.PutGroup(Service, "team", Group("writer", ("board", "read")), None)).Require();
        (await acme.AddGroupMember(Service, "team", "alice", None)).Require();
        var before = (await acme.GetGroup(Caller.Service, "team", None)).Require();
        var members = await MembersOf(acme, "team");

        await Host.Restart();

        acme = Grid.Organization("acme");
        Assert.Equal(before, (await acme.GetGroup(Caller.Service, "team", None)).Require());
        Assert.Equal(members.AsEnumerable(), await MembersOf(acme, "team"));
        Assert.True(await Allowed("alice", "acme", "files:write"));
        await Check("alice");
    }

    [Fact]
    public async Task Nobody_can_be_in_more_than_a_hundred_groups()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", "guest");
        for (var index = 0; index < 100; index++)
        {
            (await acme.PutGroup(Service, $"g{index}", Group(null), None)).Require();
            (await acme.AddGroupMember(Service, $"g{index}", "alice", None)).Require();
        }
        (await acme.PutGroup(Service, "more", Group("writer"), None)).Require();

        Fails(ErrorCodes.TooManyGroups, await acme.AddGroupMember(Service, "more", "alice", None));
        (await acme.RemoveGroupMember(Service, "g7", "alice", None)).Require();
        (await acme.AddGroupMember(Service, "more", "alice", None)).Require();
        Assert.True(await Allowed("alice", "acme", "files:write"));
    }

    private static GroupContent Group(string? role, params (string On, string Level)[] grants) =>
        new() { Title = "The team", Role = role, Grants = Given(grants) };

    private static async Task<(bool Created, long Version)> Again(ValueTask<Result<Put<GroupView>>> put) =>
        (await put).Require() is var made ? (made.Created, made.Value.Version) : default;

    private static async ValueTask<Result<Put<MemberView>>> JoinAfter(IOrganization organization, string user)
    {
        (await organization.PutGroup(Service, "team", Group(null), None)).Require();
        return await organization.AddGroupMember(Service, "team", user, None);
    }

    private static Task<ImmutableArray<MemberView>> MembersOf(IOrganization organization, string group, int size = 100) =>
        Pages.All(page => organization.ListGroupMembers(Caller.Service, group, page, None), size);

    private Task Check(params string[] users) => Invariants.Check(Grid, "acme", [.. users, "owner"]);
}
