using System.Collections.Immutable;
using RbacGrains.Core;
using RbacGrains.Model;

namespace RbacGrains.Api;

/// <summary>Gives a demo organization its <see cref="DemoContent"/>, by its admin, as if people had worked there.</summary>
/// <remarks>Whoever plays with the demo may have left it as they like, so what the organization refuses by now is left out.</remarks>
internal sealed class DemoLife(IGrid grid, IOrganization organization, DemoTenant tenant, AuthorizationModel model)
{
    private readonly ChangeContext _context = ChangeContext.By(tenant.Person(model.Roles.First(role => role.IsAdmin).Id));

    /// <summary>Adds what is missing. Where the last group is there, everything was made before, and nothing else is read.</summary>
    public async Task Fill(DemoContent content, CancellationToken cancellationToken)
    {
        if ((await organization.GetGroup(Caller.Service, content.Groups[^1].Id, cancellationToken)).Succeeded) return;
        foreach (var (id, role) in content.Roles)
            if (!(await organization.GetRole(Caller.Service, id, cancellationToken)).Succeeded)
                await organization.PutRole(_context, id, role, cancellationToken);
        foreach (var (who, assignment) in content.People) await Add(tenant.Person(who), assignment, cancellationToken);
        foreach (var (who, status) in content.Invited) await Invite(tenant.Person(who), status, cancellationToken);
        await AddKeys(content, cancellationToken);
        foreach (var (id, group, members) in content.Groups) await AddGroup(id, group, members, cancellationToken);
    }

    private async Task Add(string user, MemberAssignment assignment, CancellationToken cancellationToken)
    {
        if (!(await organization.GetMember(Caller.Service, user, cancellationToken)).Succeeded)
            await organization.PutMember(_context, user, assignment, cancellationToken);
    }

    private async Task Invite(string email, InvitationStatus status, CancellationToken cancellationToken)
    {
        var known = await organization.ListInvitations(
            Caller.Service, new InvitationFilter(Email: email), new PageRequest(Size: 1), cancellationToken);
        if (!known.Require().Items.IsEmpty) return;
        var role = model.DefaultRole ?? model.Roles.First(each => !each.IsAdmin).Id;
        var issued = await organization.Invite(_context, new InviteMember { Email = email, Role = role }, cancellationToken);
        if (!issued.Succeeded) return;
        var (invitation, token) = issued.Value;
        if (status == InvitationStatus.Declined) await grid.Invitation(invitation.Id).Decline(token, email, email, cancellationToken);
        if (status == InvitationStatus.Revoked) await organization.RevokeInvitation(_context, invitation.Id, cancellationToken);
    }

    private async Task AddKeys(DemoContent content, CancellationToken cancellationToken)
    {
        var known = (await organization.ListApiKeys(Caller.Service, new ApiKeyFilter(), new PageRequest(), cancellationToken)).Require();
        foreach (var key in content.Keys.Where(key => known.Items.All(each => each.Name != key.Name)))
            await organization.CreateApiKey(_context, key, cancellationToken);
    }

    private async Task AddGroup(string id, GroupContent group, ImmutableArray<string> members, CancellationToken cancellationToken)
    {
        if ((await organization.GetGroup(Caller.Service, id, cancellationToken)).Succeeded) return;
        await organization.PutGroup(_context, id, group, cancellationToken);
        foreach (var who in members) await organization.AddGroupMember(_context, id, tenant.Person(who), cancellationToken);
    }
}
