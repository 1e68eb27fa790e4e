namespace RbacGrains.Contract.Tests;

/// <summary>Invitations that are answered while everything around them changes.</summary>
public abstract class InvitationRaceSuite : ContractSuite
{
    private const int Rounds = 25;

    [Fact]
    public async Task No_membership_is_made_after_the_inviters_removal_is_acknowledged()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var acme = await Organization($"acme{round}");
            await Member(acme, "manager", "manager");
            var issued = await Invited(acme, by: "manager");

            var wasMember = false;
            var codes = await AtOnce(
                async () => (await Accept(issued)).Error?.Code,
                async () =>
                {
                    (await acme.RemoveMember(Service, "manager", None)).Require();
                    wasMember = (await acme.GetMember(Caller.Service, "alice", None)).Succeeded;
                    return null;
                });

            Assert.True(codes[0] is null or ErrorCodes.InviterNotPermitted, codes[0]);
            Assert.Equal(wasMember, codes[0] is null);
            Assert.Equal(wasMember, (await acme.GetMember(Caller.Service, "alice", None)).Succeeded);
            var status = (await acme.GetInvitation(Caller.Service, issued.Invitation.Id, None)).Require().Status;
            Assert.Equal(wasMember ? InvitationStatus.Accepted : InvitationStatus.Pending, status);
        }
    }

    [Fact]
    public async Task Of_many_who_accept_at_once_one_becomes_a_member()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var acme = await Organization($"acme{round}");
            var issued = await Invited(acme);

            var codes = await AtOnce([.. Enumerable.Range(0, 4).Select(index =>
                (Func<Task<string?>>)(async () => (await Accept(issued, $"u{index % 3}")).Error?.Code))]);

            Assert.Equal(2, (await Members(acme)).Length);
            Assert.Contains(null, codes);
            Assert.All(codes, code => Assert.True(code is null or ErrorCodes.InvitationAccepted, code));
            Assert.Single(await Audit(acme, new AuditQuery(Kind: AuditKinds.InvitationAccepted)));
        }
    }

    [Fact]
    public async Task An_invitation_that_is_accepted_declined_revoked_and_resent_at_once_ends_in_one_way()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var acme = await Organization($"acme{round}");
            var issued = await Invited(acme);
            var id = issued.Invitation.Id;

            var codes = await AtOnce(
                async () => (await Accept(issued)).Error?.Code,
                async () => (await acme.RevokeInvitation(Service, id, None)).Error?.Code,
                async () => (await Grid.Invitation(id).Decline(issued.Token, "alice", "alice@example.com", None)).Error?.Code,
                async () => (await acme.ResendInvitation(By("owner"), id, None)).Error?.Code);

            var status = (await acme.GetInvitation(Caller.Service, id, None)).Require().Status;
            Assert.Equal(status == InvitationStatus.Accepted, codes[0] is null);
            Assert.Equal(status == InvitationStatus.Revoked, codes[1] is null);
            Assert.Equal(status == InvitationStatus.Declined, codes[2] is null);
            Assert.Equal(codes[0] is null, (await acme.GetMember(Caller.Service, "alice", None)).Succeeded);
        }
    }

    [Fact]
    public async Task Organizations_that_end_while_an_invitation_is_accepted_leave_nobody_behind()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var acme = await Organization($"acme{round}");
            var issued = await Invited(acme);

            var codes = await AtOnce(
                async () => (await Accept(issued)).Error?.Code,
                async () => (await acme.Delete(Service, None)).Error?.Code);

            Assert.Null(codes[1]);
            Assert.Empty(await Grid.User("alice").ListOrganizations(None));
            await Organization($"acme{round}");
            Assert.Equal(DecisionReason.NotMember, await Reason("alice", $"acme{round}", "files:read"));
        }
    }
}
