namespace RbacGrains.Contract.Tests;

/// <summary>What a change may be conditional on: a version, and an action that is still allowed.</summary>
public abstract class ConditionSuite : ContractSuite
{
    [Fact]
    public async Task A_change_of_a_member_holds_only_at_the_version_it_expects()
    {
        var acme = await Organization("acme");

        var added = (await acme.PutMember(Expecting(0), "alice", new MemberAssignment { Role = "guest" }, None)).Require().Value;
        Fails(ErrorCodes.VersionMismatch, await acme.PutMember(Expecting(0), "alice", new MemberAssignment { Role = "writer" }, None));
        Fails(ErrorCodes.VersionMismatch, await acme.RemoveMember(Expecting(added.Access.Version + 1), "alice", None));
        var patched = (await acme.PatchMember(
            Expecting(added.Access.Version), "alice", new MemberPatch { Role = "writer" }, None)).Require();
        Fails(
            ErrorCodes.VersionMismatch,
            await acme.PatchMember(Expecting(added.Access.Version), "alice", new MemberPatch { Role = "guest" }, None));
        (await acme.RemoveMember(Expecting(patched.Access.Version), "alice", None)).Require();
    }

    [Fact]
    public async Task A_version_is_never_used_again_also_when_a_member_comes_back()
    {
        var acme = await Organization("acme");
        var first = (await Member(acme, "alice", "guest")).Access.Version;
        (await acme.RemoveMember(Service, "alice", None)).Require();

        var second = (await Member(acme, "alice", "guest")).Access.Version;

        Assert.True(second > first);
        Fails(ErrorCodes.VersionMismatch, await acme.RemoveMember(Expecting(first), "alice", None));
    }

    [Fact]
    public async Task A_change_of_the_organization_holds_only_at_the_version_it_expects()
    {
        var acme = await Organization("acme");
        var version = (await acme.Get(Caller.Service, None)).Require().PolicyVersion;

        Fails(ErrorCodes.VersionMismatch, await acme.Update(Expecting(version + 1), new UpdateOrganization("Other"), None));
        Fails(ErrorCodes.VersionMismatch, await acme.Update(Expecting(version + 1), To("free"), None));
        Fails(ErrorCodes.VersionMismatch, await acme.Delete(Expecting(version + 1), None));
        var updated = (await acme.Update(Expecting(version), new UpdateOrganization("Other"), None)).Require();
        (await acme.Delete(Expecting(updated.PolicyVersion), None)).Require();
    }

    [Fact]
    public async Task A_change_of_an_invitation_holds_only_at_the_version_it_expects()
    {
        var acme = await Organization("acme");
        var (invitation, _) = await Invited(acme);

        Fails(ErrorCodes.VersionMismatch, await acme.RevokeInvitation(Expecting(invitation.Version + 1), invitation.Id, None));
        var resent = (await acme.ResendInvitation(Expecting(invitation.Version), invitation.Id, None)).Require().Invitation;
        Fails(ErrorCodes.VersionMismatch, await acme.ResendInvitation(Expecting(invitation.Version), invitation.Id, None));
        (await acme.RevokeInvitation(Expecting(resent.Version), invitation.Id, None)).Require();
    }

    [Fact]
    public async Task A_change_may_depend_on_an_action_that_the_caller_still_holds()
    {
        var acme = await Organization("acme");
        await Member(acme, "manager", "manager");
        await Member(acme, "alice", "guest");
        var holding = By("manager") with { RequiredAction = "audit:read" };
        var lacking = By("manager") with { RequiredAction = "keys:read" };

        Fails(ErrorCodes.ConditionFailed, await acme.AssignRole(lacking, "alice", "writer"));
        Fails(ErrorCodes.ConditionFailed, await acme.Invite(lacking, new InviteMember { Email = "b@example.com" }, None));
        Fails(ErrorCodes.ConditionFailed, await acme.RemoveMember(lacking, "manager", None));
        Fails(ErrorCodes.UnknownAction, await acme.AssignRole(By("manager") with { RequiredAction = "files:burn" }, "alice", "writer"));
        (await acme.AssignRole(holding, "alice", "writer")).Require();
        (await acme.AssignRole(Service with { RequiredAction = "keys:read" }, "alice", "guest")).Require();
    }

    private static ChangeContext Expecting(long version) => Service with { ExpectedVersion = version };
}
