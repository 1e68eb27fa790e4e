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
            { Member: { } member, Role: null, Plan: null } => PreviewMember(judged, member, page, cancellationToken),
            { Role: { } role, Member: null, Plan: null } => PreviewRole(judged, role, page, cancellationToken),
            { Plan: { } plan, Member: null, Role: null } => PreviewPlan(judged, plan, page, cancellationToken),
            _ => new(Errors.InvalidValue("A preview is of exactly one change: 'member', 'role' or 'plan'.")),
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
        using var locks = await LockMember(context, member.User, isPreview: true, cancellationToken);
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

        var policy = tenant.Policy.Policy;
        // On its own plan an organization stays as it is, whatever is to be given instead.
        return plan.Plan == tenant.State.Plan
            ? await PreviewPolicy(tenant, policy, ImmutableSortedDictionary<string, string>.Empty, page, cancellationToken)
            : await PreviewPolicy(tenant, OnPlan(policy, plan.Plan), plan.Reassign, page, cancellationToken);
    }

    private async ValueTask<Result<Page<AffectedMember>>> PreviewRole(
        ChangeContext context, PreviewedRole role, PageRequest page, CancellationToken cancellationToken)
    {
        if (role.Put is null == role.Delete is null)
            return Errors.InvalidValue("A preview of a role is of exactly one change: 'put' or 'delete'.", "/role");
        CompiledTenant tenant;
        Policy? after;
        var reassign = ImmutableSortedDictionary<string, string>.Empty;
        using (await LockPolicy(exclusive: true, cancellationToken, isPreview: true))
            if (role.Put is { } content)
            {
                var judging = await JudgeRole(context, role.Role, content, fingerprint: "", cancellationToken);
                if (!judging.Succeeded) return judging.Error.Within("/role/put");
                (tenant, after) = (judging.Value.Tenant, judging.Value.Next?.Policy);
            }
            else
            {
                var judging = await JudgeRoleDeletion(context, role.Role, role.Delete!, fingerprint: "", cancellationToken);
                if (!judging.Succeeded) return judging.Error.Within("/role/delete");
                (tenant, after) = judging.Value;
                reassign = ReassignmentOf(role.Role, role.Delete!);
            }
        return await RefusesReading(tenant, context.Caller, cancellationToken) is { } denied
            ? denied
            : await PreviewPolicy(tenant, after ?? tenant.Policy.Policy, reassign, page, cancellationToken);
    }

    /// <summary>Whom another policy affects, with other roles for those that go with the present one.</summary>
    private async ValueTask<Result<Page<AffectedMember>>> PreviewPolicy(
        CompiledTenant tenant,
        Policy after,
        ImmutableSortedDictionary<string, string> reassign,
        PageRequest page,
        CancellationToken cancellationToken)
    {
        var before = tenant.Policy.Policy;
        var isSame = ReferenceEquals(before, after);
        var reach = new PolicyReach(before, after, reassign);
        var now = services.Clock.GetUtcNow();
        return await Listing.Collect(
            [
                (Members(tenant.State.Incarnation), isSame ? 0 : tenant.State.MemberPages),
                (ServiceAccounts(tenant.State.Incarnation), isSame ? 0 : tenant.State.ServiceAccountPages),
            ],
            page,
            async entry => reach.Includes(entry.Summary!) && await Member(tenant, entry.Id, cancellationToken) is { } membership
                ? Affected(entry.Id, membership, before, membership.Access, after, Reassigned(membership.Access, reassign), now)
                : null,
            cancellationToken);
    }

    private async ValueTask<Error?> RefusesReading(CompiledTenant tenant, Caller caller, CancellationToken cancellationToken) =>
        (await Judge(tenant, caller, AdministrativeOperation.ReadMembers, cancellationToken)).Error;

    private static AffectedMember? Affected(
        string user, Membership? membership, Policy policyBefore, Access? before, Policy policyAfter, Access? after, DateTimeOffset now)
    {
        var diff = DecisionDiff.Of(policyBefore, before, policyAfter, after, now);
        return diff.IsEmpty ? null : new AffectedMember(user, membership?.Email, diff.Gains, diff.Loses);
    }
}
