using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using RbacGrains.Model;

namespace RbacGrains.Core;

/// <content>How an organization moves to another plan without stranding anybody.</content>
public partial class Organization
{
    /// <summary>How many stranded members a refusal names.</summary>
    private const int MostNamed = 100;

    /// <summary>What stands against a change of plan; null when nothing does.</summary>
    private async ValueTask<Error?> CheckPlanChange(
        CompiledTenant tenant, UpdateOrganization command, Authority authority, CancellationToken cancellationToken)
    {
        var policy = tenant.Policy.Policy;
        var next = OnPlan(policy, command.Plan!);
        var withdrawn = Withdrawn(policy, next).ToImmutableHashSet(StringComparer.Ordinal);
        foreach (var (from, to) in command.Reassign)
        {
            if (next.FindOfferedRole(to) is not { } given)
                return new Error(
                    ErrorKind.Conflict, ErrorCodes.RoleNotInPlan, $"The plan '{command.Plan}' does not offer '{to}' either.", $"/reassign/{from}");
            if (policy.FindRole(from) is { IsAdmin: true } && !given.IsAdmin)
                return new Error(
                    ErrorKind.Conflict, ErrorCodes.LastAdmin, "Admins can only be given another admin role: one must remain.", $"/reassign/{from}");
            if (!withdrawn.Contains(from))
                return Errors.InvalidValue($"The plan '{command.Plan}' offers '{from}', so its holders keep it.", $"/reassign/{from}");
            if (given.IsAdmin && await GroupsWith([from], tenant, cancellationToken) is [var first, ..])
                return AdminInsteadOf(from, to, first) with { Pointer = $"/reassign/{from}" };
            if (authority.RefusesGiving(next, null, new Access { Role = to }, services.Clock.GetUtcNow()) is { } beyond) return beyond;
        }

        var unassigned = withdrawn.Except(command.Reassign.Keys);
        if (unassigned.IsEmpty) return null;
        var stranded = new List<string>();
        await foreach (var entry in PeopleAndPrograms(tenant.State, cancellationToken))
            if (entry.Summary!.Roles.Any(unassigned.Contains)) stranded.Add(entry.Id);
        var groups = await GroupsWith(unassigned, tenant, cancellationToken);
        if (stranded.Count == 0 && groups.Count == 0) return null;
        var members = stranded.Count == 0 ? "" : $"{stranded.Count} members hold";
        var giving = groups.Count == 0 ? "" : $"{groups.Count} groups give";
        return new Error(
            ErrorKind.Conflict,
            ErrorCodes.PlanStrandsMembers,
            $"The plan '{command.Plan}' does not offer what {string.Join(" and ", new[] { members, giving }.Where(text => text.Length > 0))}. "
            + "Give them other roles first, or say in 'reassign' which role each of theirs becomes.",
            "/plan")
        {
            Details = Stranded("members", stranded).AddRange(Stranded("groups", groups)),
        };
    }

    private static Error AdminInsteadOf(string from, string to, string group) => GroupRules.AdminRole(to, null) with
    {
        Message = $"'{to}' is an admin role, which the group '{group}' cannot have instead of '{from}'. Change the group first.",
    };

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> Stranded(string name, List<string> ids) => ids.Count == 0
        ? ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty
        : Errors.Detail(name, ids.Take(MostNamed));

    /// <summary>The groups that give one of some roles.</summary>
    private async ValueTask<List<string>> GroupsWith(
        ImmutableHashSet<string> roles, CompiledTenant tenant, CancellationToken cancellationToken)
    {
        var groups = new List<string>();
        await foreach (var (group, state) in EveryGroup(tenant, cancellationToken))
            if (state.Role is { } role && roles.Contains(role)) groups.Add(group);
        return groups;
    }

    /// <summary>Gives the other roles, then moves. Every step can be repeated; the caller holds the policy's lock.</summary>
    private async ValueTask FinishPolicyChange(OrganizationState state)
    {
        var pending = state.Pending!;
        var tenant = (await Tenant(CancellationToken.None)).Require();
        // The members are gone through only when some of them may have to change.
        if (!pending.Reassign.IsEmpty) await Reassign(tenant, state, pending);
        if (pending.DeletedRole is { } role && pending.Reassign.TryGetValue(role, out var instead))
            await ReassignInvitations(state, role, instead, pending.Context);

        var next = state with
        {
            Name = pending.Name ?? state.Name,
            Plan = pending.Plan ?? state.Plan,
            Settings = pending.Settings ?? state.Settings,
            CustomRoles = [.. state.CustomRoles.Where(role => role.Id != pending.DeletedRole)],
            Pending = null,
            Version = state.Version + 1,
        };
        var audit = pending.DeletedRole is { } deleted
            ? Audit(AuditKinds.RoleDeleted, deleted, pending.Context, pending.Fingerprint) with
            {
                Before = state.CustomRoles.FirstOrDefault(role => role.Id == deleted) is { } last ? AuditEntries.Role(last).ToJsonString() : null,
            }
            : Audit(AuditKinds.PlanChanged, id, pending.Context, pending.Fingerprint) with
            {
                Before = AuditEntries.Organization(state).ToJsonString(),
                After = AuditEntries.Organization(next).ToJsonString(),
            };
        await Write(_ => next, unfinished: false, [audit]);
    }

    private async ValueTask Reassign(CompiledTenant tenant, OrganizationState state, PendingPolicyChange pending)
    {
        await foreach (var entry in PeopleAndPrograms(state, CancellationToken.None))
            if (entry.Summary!.Roles.Any(pending.Reassign.ContainsKey)) await Reassign(tenant, entry.Id, pending);
        await foreach (var (group, present) in EveryGroup(tenant, CancellationToken.None))
        {
            // The policy's lock keeps everybody else from it.
            var begun = await Carry(tenant, group, present);
            if (begun.Role is not { } role || !pending.Reassign.TryGetValue(role, out var instead)) continue;
            var audit = Audit(AuditKinds.GroupChanged, group, pending.Context with { OperationId = null }, "");
            await ChangeGroup(tenant, group, begun, begun with { Role = instead, Version = begun.Version + 1 }, audit, caller: null);
        }
    }

    private async ValueTask Reassign(CompiledTenant tenant, string user, PendingPolicyChange pending)
    {
        if (await Member(tenant, user, CancellationToken.None) is not { } present) return;
        var next = present with { Access = Reassigned(present.Access, pending.Reassign) };
        if (next.Equals(present)) return;
        IEnumerable<AuditedChange> changes = present.Account is null
            ? [new AuditedChange(
                AuditKinds.MemberChanged, user, AuditedMember.Of(present), AuditedMember.Of(next))]
            : ServiceAccountAudit.Changes(user, present, next);
        var audit = changes.Select(changed => Audit(changed.Kind, changed.Target, pending.Context with { OperationId = null }, "") with
        {
            Before = changed.Before,
            After = changed.After,
        });
        await WriteMember(tenant, user, present, next, [.. audit]);
    }

    private static Access Reassigned(Access access, ImmutableSortedDictionary<string, string> reassign) => access with
    {
        Role = reassign.GetValueOrDefault(access.Role, access.Role),
        Projects =
        [
            .. access.Projects.Select(scope => scope.Role is { } role ? scope with { Role = reassign.GetValueOrDefault(role, role) } : scope),
        ],
    };

    private async IAsyncEnumerable<DirectoryEntry> PeopleAndPrograms(
        OrganizationState state, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (entry, _) in Members(state.Incarnation).Entries(state.MemberPages, null, cancellationToken)) yield return entry;
        await foreach (var (entry, _) in ServiceAccounts(state.Incarnation).Entries(state.ServiceAccountPages, null, cancellationToken))
            yield return entry;
    }

    private static Policy OnPlan(Policy policy, string plan) => new(policy.Model, plan, policy.Version, policy.CustomRoles);

    private static IEnumerable<string> Withdrawn(Policy present, Policy next) =>
        present.Roles.Where(role => role.IsOfferedBy(present.Plan.Id) && !role.IsOfferedBy(next.Plan.Id)).Select(role => role.Id);
}
