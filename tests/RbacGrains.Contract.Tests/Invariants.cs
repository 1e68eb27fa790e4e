using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace RbacGrains.Contract.Tests;

/// <summary>What holds of an organization at any moment at which nothing is under way.</summary>
public static class Invariants
{
    private static CancellationToken None => CancellationToken.None;

    /// <summary>Checks everything that is known of an organization against everything else.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="id">The organization; it may not exist.</param>
    /// <param name="users">Everybody who may be a member.</param>
    public static async Task Check(IGrid grid, string id, IEnumerable<string> users)
    {
        var organization = grid.Organization(id);
        var tenants = await Pages.All(page => grid.Tenants.List(Caller.Service, page, None));
        Assert.Equal((await organization.Get(Caller.Service, None)).Succeeded ? 1 : 0, tenants.Count(tenant => tenant.Id == id));
        if (!tenants.Any(tenant => tenant.Id == id)) return;

        // First: looking at an invitation finishes an acceptance of it that a failure has interrupted, and so may add a member.
        var invitations = await CheckInvitations(organization);
        // Likewise: looking at a group brings its members up to it.
        var groups = await Pages.All(page => organization.ListGroups(Caller.Service, page, None), size: 3);
        var members = await CheckMembers(organization, users.Distinct().ToList());
        var audit = await CheckAudit(organization, members);
        CheckAcceptances(invitations, audit);
        await CheckServiceAccounts(organization, audit);
        await CheckRoles(organization, members, audit);
        await CheckGroups(organization, groups, members, audit);
    }

    // The log knows of the organization's own roles, and nobody holds one that is no more.
    private static async Task CheckRoles(IOrganization organization, ImmutableArray<MemberView> members, List<AuditEntry> audit)
    {
        var roles = (await organization.ListRoles(Caller.Service, None)).Require();
        var known = audit.Where(entry => entry.Kind.StartsWith("role.", StringComparison.Ordinal))
            .GroupBy(entry => entry.Target)
            .Where(entries => entries.Last().After is not null)
            .Select(entries => (entries.Key, (long)JsonNode.Parse(entries.Last().After!)!["version"]!));
        Assert.Equal(
            known.Order(), roles.Select(role => role.Custom).OfType<CustomRole>().Select(role => (role.Id, role.Version)).Order());
        foreach (var member in members)
            Assert.All(
                member.Access.Projects.Select(scope => scope.Role).OfType<string>().Prepend(member.Access.Role),
                held => Assert.Contains(held, roles.Select(role => role.Role.Id)));
    }

    // Whoever is listed in a group holds what it gives, nobody else does, and the log knows of the same groups.
    private static async Task CheckGroups(
        IOrganization organization, ImmutableArray<GroupView> groups, ImmutableArray<MemberView> members, List<AuditEntry> audit)
    {
        Assert.Equal(groups.Select(group => group.Id).Order(StringComparer.Ordinal), audit
            .Where(entry => entry.Kind is AuditKinds.GroupCreated or AuditKinds.GroupChanged or AuditKinds.GroupDeleted)
            .GroupBy(entry => entry.Target).Where(entries => entries.Last().After is not null).Select(entries => entries.Key)
            .Order(StringComparer.Ordinal));
        Assert.Empty(members.SelectMany(member => member.Access.Groups).Select(held => held.Group).Except(groups.Select(group => group.Id)));

        var view = (await organization.Get(Caller.Service, None)).Require();
        var policy = new Policy(
            ContractModels.Catalog.Find(view.Model)!,
            view.Plan,
            view.PolicyVersion,
            [.. (await organization.ListRoles(Caller.Service, None)).Require().Select(role => role.Custom).OfType<CustomRole>()]);
        foreach (var group in groups)
        {
            var listed = await Pages.All(page => organization.ListGroupMembers(Caller.Service, group.Id, page, None), size: 7);
            Assert.Equal(
                members.Where(member => member.Access.FindGroup(group.Id) is not null).OrderBy(member => member.User, StringComparer.Ordinal),
                listed.OrderBy(member => member.User, StringComparer.Ordinal));
            Assert.Equal(listed.Length, group.Members);
            var only = Containment.OnlyIn(new GroupGrants(group.Id, group.Version, group.Role, group.Grants));
            var given = EffectivePermissions.Of(policy, only, null, TimeProvider.System).Sources[^1];
            foreach (var member in listed)
            {
                var held = (await organization.GetPermissions(Caller.Service, member.User, null, None)).Require()
                    .Sources.Single(source => source is { Kind: PermissionSource.GroupKind } && source.Id == group.Id);
                Assert.Equal(given.Actions.AsEnumerable(), held.Actions);
                Assert.Equal(given.Areas.AsEnumerable(), held.Areas);
            }
        }
    }

    // Whoever is listed is a member, and the reverse; filters agree; there is an admin, and no role that the plan does not offer.
    private static async Task<ImmutableArray<MemberView>> CheckMembers(IOrganization organization, List<string> users)
    {
        var listed = await Pages.All(page => organization.ListMembers(Caller.Service, new MemberFilter(), page, None), size: 7);
        var known = new List<MemberView>();
        foreach (var user in users)
            if ((await organization.GetMember(Caller.Service, user, None)).Value is { } member) known.Add(member);

        Assert.Equal(known.OrderBy(member => member.User, StringComparer.Ordinal), listed.OrderBy(member => member.User, StringComparer.Ordinal));
        var roles = (await organization.ListRoles(Caller.Service, None)).Require();
        foreach (var role in roles)
        {
            var holders = await Pages.All(page => organization.ListMembers(Caller.Service, new MemberFilter(role.Role.Id), page, None));
            Assert.Equal(listed.Where(member => member.Access.Role == role.Role.Id), holders);
            Assert.True(role.Offered || holders.IsEmpty, $"The plan does not offer {role.Role.Id}, which members hold.");
        }
        Assert.Contains(listed, member => member is { Status: MemberStatus.Active, Access.ExpiresAt: null }
            && roles.Any(role => role.Role.IsAdmin && role.Role.Id == member.Access.Role));
        return listed;
    }

    private static async Task<ImmutableArray<InvitationView>> CheckInvitations(IOrganization organization)
    {
        var listed = await Pages.All(page => organization.ListInvitations(Caller.Service, new InvitationFilter(), page, None), size: 7);
        Assert.Equal(listed.Length, listed.Select(invitation => invitation.Id).Distinct().Count());
        foreach (var status in Enum.GetValues<InvitationStatus>())
            Assert.Equal(
                listed.Where(invitation => invitation.Status == status),
                await Pages.All(page => organization.ListInvitations(Caller.Service, new InvitationFilter(status), page, None)));
        return listed;
    }

    // Every entry begins where the one before it of the same target ended, and the last one ends with the present state.
    private static async Task<List<AuditEntry>> CheckAudit(IOrganization organization, ImmutableArray<MemberView> members)
    {
        var audit = (await Pages.All(page => organization.ReadAudit(Caller.Service, new AuditQuery(), page, None)))
            .Reverse().ToList();
        var life = audit.Skip(audit.FindLastIndex(entry => entry.Kind == AuditKinds.OrganizationDeleted) + 1).ToList();
        var states = new Dictionary<(string, string), string?>();
        foreach (var entry in life)
        {
            // Who is in a group ends with the group or the membership, too, which leaves no entry of its own.
            if (entry.Kind is AuditKinds.GroupMemberAdded or AuditKinds.GroupMemberRemoved) continue;
            var target = (entry.Kind.Split('.')[0], entry.Target);
            Assert.True(
                states.GetValueOrDefault(target) == entry.Before,
                $"'{entry.Kind}' of '{entry.Target}' begins with {entry.Before}, but before it was {states.GetValueOrDefault(target)}.");
            Assert.NotEqual(entry.Before, entry.After);
            states[target] = entry.After;
        }

        var assigned = states.Where(state => state.Key.Item1 == "member" && state.Value is not null)
            .Select(state => (state.Key.Item2, Role: Text(state.Value, "role"), Suspended: (bool)JsonNode.Parse(state.Value!)!["suspended"]!));
        Assert.Equal(
            members.Select(member => (member.User, (string?)member.Access.Role, member.Access.Suspended)).Order(), assigned.Order());
        var view = (await organization.Get(Caller.Service, None)).Require();
        var state = states[("organization", view.Id)];
        Assert.Equal((view.Name, view.Plan), (Text(state, "name"), Text(state, "plan")));
        return life;
    }

    // Every listed account has the keys that are listed, at least one, and the log knows of the same ones.
    private static async Task CheckServiceAccounts(IOrganization organization, List<AuditEntry> audit)
    {
        var accounts = await Pages.All(page => organization.ListServiceAccounts(Caller.Service, new ServiceAccountFilter(), page, None), size: 7);
        var keys = await Pages.All(page => organization.ListApiKeys(Caller.Service, new ApiKeyFilter(), page, None), size: 7);
        Assert.Equal(
            accounts.Select(account => (account.Id, account.Keys)).Order(),
            keys.GroupBy(key => key.ServiceAccount).Select(group => (group.Key, group.Count())).Order());
        Assert.Equal(Present("service_account.").Order(), accounts.Select(account => account.Id).Order());
        Assert.Equal(Present("api_key.").Order(), keys.Select(key => key.Id).Order());

        IEnumerable<string> Present(string kind) => audit.Where(entry => entry.Kind.StartsWith(kind, StringComparison.Ordinal))
            .GroupBy(entry => entry.Target).Where(entries => entries.Last().After is not null).Select(entries => entries.Key);
    }

    // No invitation is consumed without a membership, and no membership is made of an invitation that is not.
    private static void CheckAcceptances(ImmutableArray<InvitationView> invitations, List<AuditEntry> audit)
    {
        var accepted = invitations.Where(invitation => invitation.Status == InvitationStatus.Accepted)
            .Select(invitation => (invitation.AcceptedBy!, invitation.Id)).Order().ToList();
        Assert.Equal(accepted, audit.Where(entry => entry.Kind == AuditKinds.InvitationAccepted)
            .Select(entry => (entry.Actor!, entry.Target)).Order());
        Assert.Equal(accepted, audit.Where(entry => entry.Kind == AuditKinds.MemberAdded && entry.Reason?.StartsWith("invitation ", StringComparison.Ordinal) is true)
            .Select(entry => (entry.Target, entry.Reason![11..])).Order());
    }

    private static string? Text(string? json, string field) => JsonNode.Parse(json!)![field]?.GetValue<string>();
}
