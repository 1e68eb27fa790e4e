using System.Collections.Immutable;
using RbacGrains.Model;

namespace RbacGrains.Core;

/// <content>What a change would do, without doing it: it is judged by what judges the change itself.</content>
public partial class Organization
{
    /// <inheritdoc/>
    public ValueTask<Result<Page<AffectedMember>>> Preview(
        ChangeContext context, PreviewedChange change, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(page);
        var judged = context with { OperationId = null };
        return change switch
        {
            { Member: { } member, Plan: null } => PreviewMember(judged, member, page, cancellationToken),
            { Plan: { } plan, Member: null } => PreviewPlan(judged, plan, page, cancellationToken),
            _ => new(Errors.InvalidValue("A preview is of exactly one change: 'member' or 'plan'.")),
        };
    }

    private async ValueTask<Result<Page<AffectedMember>>> PreviewMember(
        ChangeContext context, PreviewedMember member, PageRequest page, CancellationToken cancellationToken)
    {
        (MemberChange? change, string place) = member switch
        {
            { Put: { } assignment, Patch: null, Remove: false } => (new PutMember(assignment), "/member/put"),
            { Patch: { } patch, Put: null, Remove: false } => (new PatchMember(patch), "/member/patch"),
            { Remove: true, Put: null, Patch: null } => (new RemoveMember(), "/member"),
            _ => ((MemberChange?)null, ""),
        };
        if (change is null)
            return Errors.InvalidValue("A preview of a member is of exactly one change: 'put', 'patch' or 'remove'.", "/member");
        if (CheckTarget(member.User, change) is { } invalid) return invalid.At("/member/user");
        using var locks = await LockMember(context, member.User, group: null, isPreview: true, cancellationToken);
        var judging = await JudgeMember(context, member.User, change, locks, cancellationToken);
        if (!judging.Succeeded) return judging.Error.Within(place);
        var (tenant, present, next) = judging.Value;
        // Everyone may see their own.
        if (context.Caller.User != member.User && await RefusesReading(tenant, context.Caller, cancellationToken) is { } denied) return denied;
        if (Listing.Check(page) is { } error) return error;
        if (!string.IsNullOrEmpty(page.Token)) return Listing.UnknownToken();

        var policy = tenant.Policy.Policy;
        var affected = Affected(member.User, present ?? next, policy, present?.Access, policy, next?.Access, services.Clock.GetUtcNow());
        return new Page<AffectedMember>(affected is null ? [] : [affected], "");
    }

    private async ValueTask<Result<Page<AffectedMember>>> PreviewPlan(
        ChangeContext context, PreviewedPlan plan, PageRequest page, CancellationToken cancellationToken)
    {
        var command = new UpdateOrganization(Plan: plan.Plan) { Reassign = plan.Reassign };
        Result<JudgedUpdate> judging;
        using (await LockPolicy(exclusive: true, cancellationToken, isPreview: true))
            judging = await JudgeUpdate(context, command, fingerprint: "", cancellationToken);
        if (!judging.Succeeded) return judging.Error.Within("/plan");
        var tenant = judging.Value.Tenant;
        if (await RefusesReading(tenant, context.Caller, cancellationToken) is { } denied) return denied;

        // On its own plan an organization stays as it is, whatever is to be given instead.
        var moves = plan.Plan != tenant.State.Plan;
        var (before, after) = (tenant.Policy.Policy, OnPlan(tenant.Policy.Policy, plan.Plan));
        var reach = new PlanReach(before, after, plan.Reassign, await RolesOfGroups(tenant, cancellationToken));
        var now = services.Clock.GetUtcNow();
        return await Listing.Collect(
            [
                (Members(tenant.State.Incarnation), moves ? tenant.State.MemberPages : 0),
                (ServiceAccounts(tenant.State.Incarnation), moves ? tenant.State.ServiceAccountPages : 0),
            ],
            page,
            async entry => reach.Includes(entry.Summary!) && await Member(tenant, entry.Id, cancellationToken) is { } membership
                ? Affected(entry.Id, membership, before, membership.Access, after, WithGroupsReassigned(Reassigned(membership.Access, plan.Reassign), plan.Reassign), now)
                : null,
            cancellationToken);
    }

    private async ValueTask<Dictionary<string, string>> RolesOfGroups(CompiledTenant tenant, CancellationToken cancellationToken)
    {
        var roles = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var (group, state) in EveryGroup(tenant, cancellationToken))
            if (state.Role is { } role) roles[group] = role;
        return roles;
    }

    // The change itself gives the groups other roles, and what each gives is carried to its members.
    private static Access WithGroupsReassigned(Access access, ImmutableSortedDictionary<string, string> reassign) => access.Groups.IsEmpty
        ? access
        : access with
        {
            Groups = [.. access.Groups.Select(held => held.Role is { } role ? held with { Role = reassign.GetValueOrDefault(role, role) } : held)],
        };

    private async ValueTask<Error?> RefusesReading(CompiledTenant tenant, Caller caller, CancellationToken cancellationToken) =>
        (await Judge(tenant, caller, AdministrativeOperation.ReadMembers, cancellationToken)).Error;

    private static AffectedMember? Affected(
        string user, Membership? membership, Policy policyBefore, Access? before, Policy policyAfter, Access? after, DateTimeOffset now)
    {
        var diff = DecisionDiff.Of(policyBefore, before, policyAfter, after, now);
        return diff.IsEmpty ? null : new AffectedMember(user, membership?.Email, diff.Gains, diff.Loses);
    }
}
