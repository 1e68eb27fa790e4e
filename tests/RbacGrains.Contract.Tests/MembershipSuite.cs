namespace RbacGrains.Contract.Tests;

/// <summary>How members are added, changed and removed.</summary>
public abstract class MembershipSuite : ContractSuite
{
    [Fact]
    public async Task A_members_role_decides_what_they_may_do_as_soon_as_it_is_assigned()
    {
        var acme = await Organization("acme", "letta");

        await Member(acme, "alice", "analyst");
        Assert.True(await Allowed("alice", "acme", "agents:read"));
        Assert.False(await Allowed("alice", "acme", "agents:create"));

        (await acme.AssignRole(ChangeContext.Service, "alice", "editor")).Require();
        Assert.True(await Allowed("alice", "acme", "agents:create"));

        (await acme.RemoveMember(ChangeContext.Service, "alice", None)).Require();
        Assert.False(await Allowed("alice", "acme", "agents:read"));
    }

    [Fact]
    public async Task Of_two_admins_who_demote_each_other_at_once_exactly_one_wins()
    {
        for (var round = 0; round < 50; round++)
        {
            var acme = await Organization($"acme{round}", "letta");
            await Member(acme, "alice", "admin");
            await Member(acme, "bob", "admin");

            var results = await Task.WhenAll(
                Task.Run(() => acme.AssignRole(ChangeContext.By("alice"), "bob", "analyst").AsTask()),
                Task.Run(() => acme.AssignRole(ChangeContext.By("bob"), "alice", "analyst").AsTask()));

            Assert.Single(results, result => result.Succeeded);
            Fails(ErrorCodes.PermissionDenied, results.Single(result => !result.Succeeded));
        }
    }

    [Fact]
    public async Task Admins_who_all_leave_at_once_leave_one_behind()
    {
        var acme = await Organization("acme", "letta");
        string[] admins = ["owner", "a", "b", "c", "d", "e"];
        foreach (var admin in admins[1..]) await Member(acme, admin, "admin");

        var results = await Task.WhenAll(
            admins.Select(admin => Task.Run(() => acme.RemoveMember(ChangeContext.By(admin), admin, None).AsTask())));

        Fails(ErrorCodes.LastAdmin, Assert.Single(results, result => !result.Succeeded));
        Assert.Single((await acme.ListMembers(Caller.Service, new MemberFilter(), new PageRequest(), None)).Require().Items);
    }

    [Fact]
    public async Task An_invitation_makes_one_membership_however_often_it_is_accepted()
    {
        var acme = await Organization("acme", "letta");
        var issued = (await acme.Invite(
            ChangeContext.By("owner"), new InviteMember { Email = "Alice@example.com", Role = "editor" }, None)).Require();
        var invitation = Grid.Invitation(issued.Invitation.Id);

        var first = (await invitation.Accept(issued.Token, "alice", "alice@EXAMPLE.com", None)).Require();
        var second = (await invitation.Accept(issued.Token, "alice", "alice@example.com", None)).Require();

        Assert.Equal(first.Access, second.Access);
        Fails(ErrorCodes.InvitationAccepted, await invitation.Accept(issued.Token, "bob", "alice@example.com", None));
        await Host.Restart();
        Assert.True(await Allowed("alice", "acme", "agents:create"));
        Assert.False(await Allowed("bob", "acme", "agents:read"));
    }
}
