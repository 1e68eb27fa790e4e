namespace RbacGrains.Contract.Tests;

/// <summary>However changes of groups and of their members meet, nobody is left with what a group does not give.</summary>
public abstract class GroupRaceSuite : ContractSuite
{
    private static readonly string[] Users = [.. Enumerable.Range(0, 20).Select(index => $"user-{index}")];

    [Fact]
    public async Task Members_who_come_while_a_group_changes_hold_what_it_gives_in_the_end()
    {
        var acme = await Populated();
        (await acme.PutGroup(Service, "team", Group("guest"), None)).Require();

        await AtOnce<bool>(
        [
            .. Users.Select(user => (Func<Task<bool>>)(async () => (await acme.AddGroupMember(Service, "team", user, None)).Succeeded)),
            .. new[] { "writer", "inviter", "writer" }.Select(role =>
                (Func<Task<bool>>)(async () => (await acme.PutGroup(Service, "team", Group(role), None)).Succeeded)),
        ]);

        Assert.Equal(20, (await acme.GetGroup(Caller.Service, "team", None)).Require().Members);
        await Check();
    }

    [Fact]
    public async Task Members_who_go_and_are_changed_while_a_group_changes_are_left_as_they_were_made()
    {
        var acme = await Populated();
        (await acme.PutGroup(Service, "team", Group("guest"), None)).Require();
        foreach (var user in Users) (await acme.AddGroupMember(Service, "team", user, None)).Require();

        await AtOnce<bool>(
        [
            async () => (await acme.PutGroup(Service, "team", Group("writer"), None)).Require().Value.Role == "writer",
            .. Users.Select((user, index) => (Func<Task<bool>>)(async () => (index % 4) switch
            {
                0 => (await acme.RemoveMember(Service, user, None)).Succeeded,
                1 => (await acme.RemoveGroupMember(Service, "team", user, None)).Succeeded,
                2 => (await acme.PatchMember(Service, user, new MemberPatch { Suspended = true }, None)).Succeeded,
                _ => (await acme.PutMember(Service, user, new MemberAssignment { Role = "inviter" }, None)).Succeeded,
            })),
        ]);

        Assert.Equal(10, (await acme.GetGroup(Caller.Service, "team", None)).Require().Members);
        await Check();
    }

    [Fact]
    public async Task A_group_that_is_deleted_while_members_come_leaves_nobody_with_anything()
    {
        var acme = await Populated();
        (await acme.PutGroup(Service, "team", Group("writer"), None)).Require();

        await AtOnce<bool>(
        [
            .. Users.Take(10).Select(user => (Func<Task<bool>>)(async () => (await acme.AddGroupMember(Service, "team", user, None)).Succeeded)),
            async () => (await acme.DeleteGroup(Service, "team", None)).Succeeded,
            .. Users.Skip(10).Select(user => (Func<Task<bool>>)(async () => (await acme.AddGroupMember(Service, "team", user, None)).Succeeded)),
        ]);

        foreach (var user in Users) Assert.False(await Allowed(user, "acme", "files:write"), user);
        await Check();
    }

    [Fact]
    public async Task Managers_who_are_in_the_groups_they_change_wait_for_nobody_for_ever()
    {
        var acme = await Populated("manager");
        string[] groups = ["a", "b"];
        foreach (var group in groups)
        {
            (await acme.PutGroup(Service, group, Group("guest"), None)).Require();
            foreach (var user in Users.Take(6)) (await acme.AddGroupMember(Service, group, user, None)).Require();
        }

        var changed = await AtOnce<bool>(
        [
            .. Users.Take(6).SelectMany((user, index) => groups.Select(group => (Func<Task<bool>>)(async () =>
                (await acme.PutGroup(By(user), group, Group(index % 2 == 0 ? "writer" : "guest"), None)).Succeeded))),
            .. Users.Take(6).Select((user, index) => (Func<Task<bool>>)(async () =>
                (await acme.PatchMember(By(user), Users[(index + 1) % 6], Granting(("docs", "read")), None)).Succeeded)),
        ]);

        Assert.All(changed, Assert.True);
        await Check();
    }

    [Fact]
    public async Task A_manager_whose_right_is_taken_away_meanwhile_changes_a_group_before_or_not_at_all()
    {
        var acme = await Populated();
        await Member(acme, "mia", "manager");

        var outcomes = await AtOnce<Result<Put<GroupView>>>(
        [
            .. Enumerable.Range(0, 5).Select(index => (Func<Task<Result<Put<GroupView>>>>)(() =>
                acme.PutGroup(By("mia"), $"team-{index}", Group("writer"), None).AsTask())),
            async () =>
            {
                await Patched(acme, "mia", new MemberPatch { Role = "guest" });
                return await acme.PutGroup(By("mia"), "late", Group("writer"), None);
            },
        ]);

        Fails(ErrorCodes.PermissionDenied, outcomes[^1]);
        var log = (await Audit(acme)).Reverse().ToList();
        var demoted = log.FindIndex(entry => entry is { Target: "mia", Kind: AuditKinds.MemberChanged });
        Assert.DoesNotContain(log.Skip(demoted), entry => entry.Kind == AuditKinds.GroupCreated);
        await Check("mia");
    }

    private async Task<IOrganization> Populated(string role = "guest")
    {
        var acme = await Organization("acme");
        foreach (var user in Users) await Member(acme, user, role);
        return acme;
    }

    private static GroupContent Group(string? role) => new() { Title = "The team", Role = role };

    private Task Check(params string[] others) => Invariants.Check(Grid, "acme", [.. Users, "owner", .. others]);
}
