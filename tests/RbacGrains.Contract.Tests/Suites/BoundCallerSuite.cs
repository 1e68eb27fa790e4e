namespace RbacGrains.Contract.Tests;

/// <summary>Who is bound to an organization sees that one alone, whatever they are elsewhere.</summary>
public abstract class BoundCallerSuite : ContractSuite
{
    private static readonly Caller Bound = new("alice") { Organization = "acme" };

    [Fact]
    public async Task Every_other_organization_is_not_found_as_if_there_were_none()
    {
        await Member(await Organization("acme"), "alice", "owner");
        var other = await Organization("other");
        await Member(other, "alice", "owner");
        var (invitation, _) = await Invited(other);
        var by = new ChangeContext { Caller = Bound };
        var page = new PageRequest();

        foreach (var organization in new[] { other, Grid.Organization("none") })
        {
            Fails(ErrorCodes.OrganizationNotFound, await organization.Create(by, new CreateOrganization("O", ContractModels.Workshop, "free", "alice"), None));
            Fails(ErrorCodes.OrganizationNotFound, await organization.Get(Bound, None));
            Fails(ErrorCodes.OrganizationNotFound, await organization.Update(by, new UpdateOrganization("Mine"), None));
            Fails(ErrorCodes.OrganizationNotFound, await organization.Delete(by, None));
            Fails(ErrorCodes.OrganizationNotFound, await organization.ListMembers(Bound, new MemberFilter(), page, None));
            Fails(ErrorCodes.OrganizationNotFound, await organization.GetMember(Bound, "alice", None));
            Fails(ErrorCodes.OrganizationNotFound, await organization.PutMember(by, "bob", new MemberAssignment { Role = "guest" }, None));
            Fails(ErrorCodes.OrganizationNotFound, await organization.AssignRole(by, "owner", "guest"));
            Fails(ErrorCodes.OrganizationNotFound, await organization.RemoveMember(by, "alice", None));
            Fails(ErrorCodes.OrganizationNotFound, await organization.GetPermissions(Bound, "alice", null, None));
            Fails(ErrorCodes.OrganizationNotFound, await organization.ListWhoCan(Bound, "files:read", null, page, None));
            Fails(ErrorCodes.OrganizationNotFound, await organization.ListRoles(Bound, None));
            Fails(ErrorCodes.OrganizationNotFound, await organization.Invite(by, new InviteMember { Email = "m@example.com" }, None));
            Fails(ErrorCodes.OrganizationNotFound, await organization.ListInvitations(Bound, new InvitationFilter(), page, None));
            Fails(ErrorCodes.OrganizationNotFound, await organization.GetInvitation(Bound, invitation.Id, None));
            Fails(ErrorCodes.OrganizationNotFound, await organization.ResendInvitation(by, invitation.Id, None));
            Fails(ErrorCodes.OrganizationNotFound, await organization.RevokeInvitation(by, invitation.Id, None));
            Fails(ErrorCodes.OrganizationNotFound, await organization.ReadAudit(Bound, new AuditQuery(), page, None));
        }
        foreach (var user in new[] { "alice", "owner" })
            foreach (var organization in new[] { "other", "none" })
            {
                Fails(ErrorCodes.OrganizationNotFound, await Grid.User(user).Check(Bound, organization, "files:read", null, None));
                Fails(ErrorCodes.OrganizationNotFound, await Grid.User(user).Explain(Bound, organization, "no:action", null, None));
                Fails(ErrorCodes.OrganizationNotFound, (await Grid.User(user).CheckMany(Bound, [new(organization, "files:read", null)], None))[0]);
            }
        Assert.Equal("owner", (await other.GetMember(Caller.Service, "alice", None)).Require().Access.Role);
    }

    [Fact]
    public async Task Their_own_organization_is_as_for_anybody()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", "writer");

        Assert.Equal("acme", (await acme.Get(Bound, None)).Require().Id);
        Assert.True((await Grid.User("alice").Check(Bound, "acme", "files:read", null, None)).Require().Allowed);
        Fails(ErrorCodes.PermissionDenied, await acme.ListMembers(Bound, new MemberFilter(), new PageRequest(), None));
        Fails(ErrorCodes.PermissionDenied, await acme.Update(new ChangeContext { Caller = Bound }, new UpdateOrganization("Mine"), None));
    }

    [Fact]
    public async Task The_list_of_organizations_has_only_theirs()
    {
        foreach (var id in new[] { "a", "acme", "b", "c" }) await Member(await Organization(id), "alice", "guest");

        Assert.Equal("acme", Assert.Single(await Pages.All(page => Grid.Tenants.List(Bound, page, None), size: 1)).Id);
        Assert.Empty(await Pages.All(page => Grid.Tenants.List(Bound with { Organization = "none" }, page, None)));
        Assert.Empty(await Pages.All(page => Grid.Tenants.List(Bound with { User = "bob" }, page, None)));
    }

    [Fact]
    public async Task Who_is_bound_without_being_anybody_is_not_the_service()
    {
        var acme = await Organization("acme");
        var nobody = new Caller(null) { Organization = "acme" };

        Assert.False(nobody.IsService);
        Fails(ErrorCodes.OrganizationNotFound, await acme.Get(nobody, None));
        Fails(ErrorCodes.OrganizationNotFound, await acme.Delete(new ChangeContext { Caller = nobody }, None));
        Fails(ErrorCodes.OrganizationNotFound, await Grid.User("owner").Check(nobody, "acme", "files:read", null, None));
        Assert.Empty(await Pages.All(page => Grid.Tenants.List(nobody, page, None)));
    }
}
