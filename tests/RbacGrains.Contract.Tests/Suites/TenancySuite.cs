namespace RbacGrains.Contract.Tests;

/// <summary>Another tenant's things are not found, as if there were none.</summary>
public abstract class TenancySuite : ContractSuite
{
    [Fact]
    public async Task Whoever_does_not_belong_finds_no_organization()
    {
        var acme = await Organization("acme");
        var (invitation, _) = await Invited(acme);
        await Member(await Organization("other"), "mallory", "owner");
        var mallory = new Caller("mallory");
        var by = By("mallory");
        var page = new PageRequest();

        foreach (var organization in new[] { acme, Grid.Organization("none") })
        {
            Fails(ErrorCodes.OrganizationNotFound, await organization.Get(mallory, None));
            Fails(ErrorCodes.OrganizationNotFound, await organization.Update(by, new UpdateOrganization("Mine"), None));
            Fails(ErrorCodes.OrganizationNotFound, await organization.Delete(by, None));
            Fails(ErrorCodes.OrganizationNotFound, await organization.ListMembers(mallory, new MemberFilter(), page, None));
            Fails(ErrorCodes.OrganizationNotFound, await organization.GetMember(mallory, "owner", None));
            Fails(ErrorCodes.OrganizationNotFound, await organization.GetMember(mallory, "mallory", None));
            Fails(ErrorCodes.OrganizationNotFound, await organization.PutMember(by, "mallory", new MemberAssignment { Role = "owner" }, None));
            Fails(ErrorCodes.OrganizationNotFound, await organization.AssignRole(by, "owner", "guest"));
            Fails(ErrorCodes.OrganizationNotFound, await organization.RemoveMember(by, "owner", None));
            Fails(ErrorCodes.OrganizationNotFound, await organization.RemoveMember(by, "mallory", None));
            Fails(ErrorCodes.OrganizationNotFound, await organization.GetPermissions(mallory, "owner", null, None));
            Fails(ErrorCodes.OrganizationNotFound, await organization.ListWhoCan(mallory, "files:read", null, page, None));
            Fails(ErrorCodes.OrganizationNotFound, await organization.ListRoles(mallory, None));
            Fails(ErrorCodes.OrganizationNotFound, await organization.Invite(by, new InviteMember { Email = "m@example.com" }, None));
            Fails(ErrorCodes.OrganizationNotFound, await organization.ListInvitations(mallory, new InvitationFilter(), page, None));
            Fails(ErrorCodes.OrganizationNotFound, await organization.GetInvitation(mallory, invitation.Id, None));
            Fails(ErrorCodes.OrganizationNotFound, await organization.ResendInvitation(by, invitation.Id, None));
            Fails(ErrorCodes.OrganizationNotFound, await organization.RevokeInvitation(by, invitation.Id, None));
            Fails(ErrorCodes.OrganizationNotFound, await organization.ReadAudit(mallory, new AuditQuery(), page, None));
        }
        Fails(ErrorCodes.OrganizationNotFound, await Grid.User("owner").Check(mallory, "acme", "files:read", null, None));
        Fails(ErrorCodes.OrganizationNotFound, await Grid.User("mallory").Check(mallory, "acme", "files:read", null, None));
        Assert.Equal(InvitationStatus.Pending, (await acme.GetInvitation(Caller.Service, invitation.Id, None)).Require().Status);
    }

    [Fact]
    public async Task Another_organizations_invitation_is_not_found()
    {
        var acme = await Organization("acme");
        var other = await Organization("other");
        var (invitation, _) = await Invited(acme);

        Fails(ErrorCodes.InvitationNotFound, await other.GetInvitation(Caller.Service, invitation.Id, None));
        Fails(ErrorCodes.InvitationNotFound, await other.RevokeInvitation(Service, invitation.Id, None));
        Fails(ErrorCodes.InvitationNotFound, await other.ResendInvitation(Service, invitation.Id, None));
        Fails(ErrorCodes.InvitationNotFound, await other.GetInvitation(Caller.Service, "a/b", None));
        Assert.Empty(await Pages.All(page => other.ListInvitations(Caller.Service, new InvitationFilter(), page, None)));
    }

    [Fact]
    public async Task What_a_user_holds_in_one_organization_says_nothing_in_another()
    {
        var acme = await Organization("acme");
        var other = await Organization("other");
        await Member(acme, "alice", "writer");
        await Member(other, "alice", "guest");

        (await acme.RemoveMember(Service, "alice", None)).Require();

        Assert.Equal(DecisionReason.NotMember, await Reason("alice", "acme", "files:read"));
        Assert.Equal(DecisionReason.NotGranted, await Reason("alice", "other", "files:read"));
        Assert.Equal("other", Assert.Single(await Grid.User("alice").ListOrganizations(None)));
        Assert.All(await Audit(other), entry => Assert.Equal("other", entry.Organization));
    }
}
