using System.Collections.Immutable;
using RbacGrains.Model;

namespace RbacGrains.Core;

/// <content>The roles that an organization makes for itself.</content>
public partial class Organization
{
    /// <inheritdoc/>
    public async ValueTask<Result<RoleView>> GetRole(Caller caller, string role, CancellationToken cancellationToken)
    {
        var read = await Reader(caller, null, cancellationToken);
        return read.Succeeded ? View(read.Value.Policy.Policy, role) : read.Error;
    }

    /// <inheritdoc/>
    public async ValueTask<Result<Put<RoleView>>> PutRole(
        ChangeContext context, string role, RoleContent content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(content);
        // Exclusive: no member changes meanwhile, the caller included.
        using var locks = await LockPolicy(exclusive: true, cancellationToken);
        var fingerprint = Fingerprints.Of(nameof(PutRole), role, content);
        var judging = await JudgeRole(context, role, content, fingerprint, cancellationToken);
        if (!judging.Succeeded) return judging.Error;
        if (judging.Value.Next is not { } next) return await FoundRole(role, cancellationToken);
        if (next.Present?.IsSameContent(next.Role) is true) return await FoundRole(role, cancellationToken);

        var audit = Audit(next.Present is null ? AuditKinds.RoleCreated : AuditKinds.RoleChanged, role, context, fingerprint) with
        {
            Before = next.Present is null ? null : AuditEntries.Role(next.Present).ToJsonString(),
            After = AuditEntries.Role(next.Role).ToJsonString(),
        };
        await Write(
            state => state! with { CustomRoles = next.Policy.CustomRoles, Version = next.Policy.Version }, unfinished: false, [audit]);
        var view = View(next.Policy, role);
        return view.Succeeded ? new Put<RoleView>(view.Value, Created: next.Present is null) : view.Error;
    }

    /// <inheritdoc/>
    public async ValueTask<Result<Done>> DeleteRole(
        ChangeContext context, string role, DeleteRole command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(command);
        using var locks = await LockPolicy(exclusive: true, cancellationToken);
        var fingerprint = Fingerprints.Of(nameof(DeleteRole), role, command);
        var judging = await JudgeRoleDeletion(context, role, command, fingerprint, cancellationToken);
        if (!judging.Succeeded) return judging.Error;
        if (judging.Value.Next is null)
        {
            store.Forget();
            return Done.Instance;
        }
        var pending = new PendingPolicyChange(null, ReassignmentOf(role, command), context, fingerprint) { DeletedRole = role };
        await FinishPolicyChange(await Write(state => state! with { Pending = pending }, unfinished: true, []));
        return Done.Instance;
    }

    /// <summary>Judges a change of a role, and says what it makes of it. The caller holds the policy's lock.</summary>
    private async ValueTask<Result<JudgedRole>> JudgeRole(
        ChangeContext context, string role, RoleContent content, string fingerprint, CancellationToken cancellationToken)
    {
        var begun = await BeginRole(context, role, fingerprint, cancellationToken);
        if (!begun.Succeeded) return begun.Error;
        var (tenant, authority, isMade) = begun.Value;
        if (isMade) return new JudgedRole(tenant, null);
        var policy = tenant.Policy.Policy;
        var made = RoleRules.Make(policy, role, content);
        if (!made.Succeeded) return made.Error;
        var next = made.Value;
        if (authority.RefusesRoles(policy, next.Policy, next.Affected) is { } beyond) return beyond;
        if (await CheckOffered(tenant, next, cancellationToken) is { } stranded) return stranded;
        return next.Present is not null && !content.AcceptNarrowing
            && await CheckNarrowing(tenant, next, cancellationToken) is { } narrowing
                ? narrowing
                : new JudgedRole(tenant, next);
    }

    /// <summary>Judges the end of a role, and says what remains. The caller holds the policy's lock.</summary>
    private async ValueTask<Result<JudgedRoleDeletion>> JudgeRoleDeletion(
        ChangeContext context, string role, DeleteRole command, string fingerprint, CancellationToken cancellationToken)
    {
        var begun = await BeginRole(context, role, fingerprint, cancellationToken);
        if (!begun.Succeeded) return begun.Error;
        var (tenant, authority, isMade) = begun.Value;
        if (isMade) return new JudgedRoleDeletion(tenant, null);
        var policy = tenant.Policy.Policy;
        if (policy.FindCustomRole(role) is null) return policy.FindRole(role) is null ? Errors.RoleNotFound(role) : RoleRules.OfModel(role);
        var builtOn = policy.CustomRoles.Where(other => other.Id != role && (other.BasedOn == role || other.AssignableBy.Contains(role))).ToList();
        if (builtOn.Count > 0)
            return InUse($"Roles build on '{role}', or are given by it: change or delete those first.", "roles", [.. builtOn.Select(other => other.Id)]);

        var next = new Policy(policy.Model, policy.Plan.Id, policy.Version + 1, [.. policy.CustomRoles.Where(other => other.Id != role)]);
        if (command.Reassign is not { } instead)
            return await CheckUnused(tenant, role, cancellationToken) is { } used ? used : new JudgedRoleDeletion(tenant, next);
        if (next.FindRole(instead) is not { } given)
            return Errors.Unknown(ErrorCodes.UnknownRole, "role", instead, next.Roles.Select(known => known.Id));
        if (!given.IsOfferedBy(policy.Plan.Id))
            return new Error(ErrorKind.Conflict, ErrorCodes.RoleNotInPlan, $"The plan '{policy.Plan.Id}' does not offer '{instead}'.");
        if (given.IsAdmin && await GroupsWith([role], tenant, cancellationToken) is [var first, ..]) return AdminInsteadOf(role, instead, first);
        return authority.RefusesGiving(next, null, new Access { Role = instead }, services.Clock.GetUtcNow()) is { } beyond
            ? beyond
            : new JudgedRoleDeletion(tenant, next);
    }

    private async ValueTask<Result<(CompiledTenant Tenant, Authority Authority, bool IsMade)>> BeginRole(
        ChangeContext context, string role, string fingerprint, CancellationToken cancellationToken)
    {
        var found = await Tenant(context.Caller, cancellationToken);
        if (!found.Succeeded) return found.Error;
        var tenant = found.Value;
        var judged = await Judge(tenant, context.Caller, AdministrativeOperation.ManageRoles, cancellationToken);
        if (!judged.Succeeded) return judged.Error;
        var replayed = await Replayed(context, fingerprint, cancellationToken);
        if (!replayed.Succeeded) return replayed.Error;
        if (replayed.Value.Entry is not null) return (tenant, judged.Value, true);
        var policy = tenant.Policy.Policy;
        return Preconditions(context, judged.Value, policy, policy.FindCustomRole(role)?.Version ?? 0) is { } unmet
            ? unmet
            : (tenant, judged.Value, false);
    }

    // As with a change of plan, nobody is left with a role that the plan does not offer, also where less is meant.
    private async ValueTask<Error?> CheckOffered(CompiledTenant tenant, NextRole next, CancellationToken cancellationToken)
    {
        var policy = tenant.Policy.Policy;
        var withdrawn = next.Affected
            .Where(role => policy.FindOfferedRole(role) is not null && next.Policy.FindOfferedRole(role) is null)
            .ToImmutableHashSet(StringComparer.Ordinal);
        if (withdrawn.IsEmpty) return null;
        var holders = new List<string>();
        await foreach (var entry in PeopleAndPrograms(tenant.State, cancellationToken))
            if (entry.Summary!.Roles.Any(withdrawn.Contains)) holders.Add(entry.Id);
        if (holders.Count > 0)
            return InUse(
                $"{holders.Count} members hold a role that the plan '{policy.Plan.Id}' would not offer any more. Give them other roles first.",
                "members",
                holders) with
            { Pointer = "/plans" };
        var groups = await GroupsWith(withdrawn, tenant, cancellationToken);
        return groups.Count == 0
            ? null
            : InUse(
                $"{groups.Count} groups give a role that the plan '{policy.Plan.Id}' would not offer any more. Give them other roles first.",
                "groups",
                groups) with
            { Pointer = "/plans" };
    }

    private async ValueTask<Error?> CheckNarrowing(CompiledTenant tenant, NextRole next, CancellationToken cancellationToken)
    {
        var policy = tenant.Policy.Policy;
        var reach = new RoleReach(policy, next.Policy, next.Affected);
        // What takes nothing away needs no look at anybody.
        if (reach.IsNone) return null;
        var groups = (await GroupsWith(reach.Narrowed, tenant, cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var losing = new List<string>();
        await foreach (var entry in PeopleAndPrograms(tenant.State, cancellationToken))
            if ((reach.Includes(entry.Summary!) || entry.Summary!.Groups.Any(groups.Contains))
                && await Member(tenant, entry.Id, cancellationToken) is { } membership
                && Narrowing.Affects(policy, next.Policy, membership.Access)) losing.Add(entry.Id);
        return losing.Count == 0
            ? null
            : new Error(
                ErrorKind.Conflict,
                ErrorCodes.RoleNarrowingAffectsMembers,
                $"{losing.Count} members would lose something by it. Change what they hold first, or say that it is meant: 'accept_narrowing'.")
            {
                Details = Errors.Detail("members", losing.Take(MostNamed)),
            };
    }

    private async ValueTask<Error?> CheckUnused(CompiledTenant tenant, string role, CancellationToken cancellationToken)
    {
        var holders = new List<string>();
        await foreach (var entry in PeopleAndPrograms(tenant.State, cancellationToken))
            if (entry.Summary!.Roles.Contains(role)) holders.Add(entry.Id);
        if (holders.Count > 0)
            return InUse($"{holders.Count} members hold '{role}'. Say in 'reassign' which role they get instead, or change them first.", "members", holders);
        var groups = await GroupsWith([role], tenant, cancellationToken);
        if (groups.Count > 0)
            return InUse($"{groups.Count} groups give '{role}'. Say in 'reassign' which role they give instead, or change them first.", "groups", groups);
        var promised = new List<string>();
        await foreach (var (invitation, _) in Promising(tenant.State, role, cancellationToken)) promised.Add(invitation);
        return promised.Count == 0
            ? null
            : InUse(
                $"{promised.Count} invitations promise '{role}'. Say in 'reassign' which role they promise instead, or revoke them first.",
                "invitations",
                promised);
    }

    /// <summary>The unanswered invitations that promise a role, the expired ones among them: those can be sent again.</summary>
    private async IAsyncEnumerable<(string Id, InvitationState State)> Promising(
        OrganizationState state, string role, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (entry, _) in Invitations(state.Incarnation).Entries(state.InvitationPages, null, cancellationToken))
            if (entry.Summary!.Invitation == InvitationStatus.Pending
                && await services.Actors.Invitation(entry.Id).Read(cancellationToken) is { Status: InvitationStatus.Pending } invitation
                && invitation.Access.Role == role) yield return (entry.Id, invitation);
    }

    private async ValueTask ReassignInvitations(OrganizationState state, string role, string instead, ChangeContext context)
    {
        await foreach (var (invitation, _) in Promising(state, role, CancellationToken.None))
            await services.Actors.Invitation(invitation).Reassign(
                role, instead, Audit(AuditKinds.InvitationChanged, invitation, context with { OperationId = null }, ""));
    }

    // What is stored, wherever it was written.
    private async ValueTask<Result<Put<RoleView>>> FoundRole(string role, CancellationToken cancellationToken)
    {
        store.Forget();
        var tenant = await Tenant(cancellationToken);
        if (!tenant.Succeeded) return tenant.Error;
        var view = View(tenant.Value.Policy.Policy, role);
        return view.Succeeded ? new Put<RoleView>(view.Value, Created: false) : view.Error;
    }

    private static Result<RoleView> View(Policy policy, string role) =>
        policy.FindRole(role) is { } found ? RoleView.Of(policy, found) : Errors.RoleNotFound(role);

    private static ImmutableSortedDictionary<string, string> ReassignmentOf(string role, DeleteRole command) => command.Reassign is { } instead
        ? ImmutableSortedDictionary<string, string>.Empty.Add(role, instead)
        : ImmutableSortedDictionary<string, string>.Empty;

    private static Error InUse(string message, string what, IReadOnlyCollection<string> users) =>
        new(ErrorKind.Conflict, ErrorCodes.RoleInUse, message) { Details = Errors.Detail(what, users.Take(MostNamed)) };

    /// <summary>A change of a role that is in order.</summary>
    /// <param name="Tenant">The organization in which it was judged.</param>
    /// <param name="Next">What it makes; null when it was made before.</param>
    private sealed record JudgedRole(CompiledTenant Tenant, NextRole? Next);

    /// <summary>The end of a role that is in order.</summary>
    /// <param name="Tenant">The organization in which it was judged.</param>
    /// <param name="Next">The policy without it; null when it was made before.</param>
    private sealed record JudgedRoleDeletion(CompiledTenant Tenant, Policy? Next);
}
