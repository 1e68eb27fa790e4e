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
            { Member: { } member, Role: null, Group: null, Plan: null } => PreviewMember(judged, member, page, cancellationToken),
            { Role: { } role, Member: null, Group: null, Plan: null } => PreviewRole(judged, role, page, cancellationToken),
            { Group: { } group, Member: null, Role: null, Plan: null } => PreviewGroup(judged, group, page, cancellationToken),
            { Plan: { } plan, Member: null, Role: null, Group: null } => PreviewPlan(judged, plan, page, cancellationToken),
            _ => new(Errors.InvalidValue("A preview is of exactly one change: 'member', 'role', 'group' or 'plan'.")),
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
        return change is null
            ? Errors.InvalidValue("A preview of a member is of exactly one change: 'put', 'patch' or 'remove'.", "/member")
            : await PreviewMember(context, member.User, change, page, place, "/member/user", cancellationToken);
    }

    /// <summary>Shows a change of one member.</summary>
    /// <param name="context">Who would make it.</param>
    /// <param name="user">The member.</param>
    /// <param name="change">The change.</param>
    /// <param name="page">Which part of the list, which never has more than one.</param>
    /// <param name="place">Where the change is in the preview.</param>
    /// <param name="userPlace">Where the member is named.</param>
    /// <param name="cancellationToken">Ends the preview.</param>
    private async ValueTask<Result<Page<AffectedMember>>> PreviewMember(
        ChangeContext context,
        string user,
        MemberChange change,
        PageRequest page,
        string place,
        string userPlace,
        CancellationToken cancellationToken)
    {
        if (CheckTarget(user, change) is { } invalid) return invalid.At(userPlace);
        using var locks = await LockMember(context, user, change.Group, isPreview: true, cancellationToken);
        var judging = await JudgeMember(context, user, change, locks, cancellationToken);
        if (!judging.Succeeded) return judging.Error.Within(place);
        var (tenant, present, next) = judging.Value;
        // Everyone may see their own.
        if (context.Caller.User != user && await RefusesReading(tenant, context.Caller, cancellationToken) is { } denied) return denied;
        if (Listing.Check(page) is { } error) return error;
        if (!string.IsNullOrEmpty(page.Token)) return Listing.UnknownToken();

        var policy = tenant.Policy.Policy;
        var affected = Affected(user, present ?? next, policy, present?.Access, policy, next?.Access, services.Clock.GetUtcNow());
        return new Page<AffectedMember>(affected is null ? [] : [affected], "");
    }

    private ValueTask<Result<Page<AffectedMember>>> PreviewGroup(
        ChangeContext context, PreviewedGroup group, PageRequest page, CancellationToken cancellationToken)
    {
        if (!Identifier.IsValid(group.Group)) return new(Errors.InvalidId("a group", group.Group).At("/group/group"));
        const string Place = "/group";
        return group switch
        {
            { Put: { } content, Delete: false, AddMember: null, RemoveMember: null } =>
                PreviewGroup(context, group.Group, content, page, cancellationToken),
            { Delete: true, Put: null, AddMember: null, RemoveMember: null } => PreviewGroup(context, group.Group, null, page, cancellationToken),
            { AddMember: { } user, Put: null, Delete: false, RemoveMember: null } =>
                PreviewMember(context, user, new JoinGroup(group.Group), page, Place, "/group/add_member", cancellationToken),
            { RemoveMember: { } user, Put: null, Delete: false, AddMember: null } =>
                PreviewMember(context, user, new LeaveGroup(group.Group), page, Place, "/group/remove_member", cancellationToken),
            _ => new(Errors.InvalidValue(
                "A preview of a group is of exactly one change: 'put', 'delete', 'add_member' or 'remove_member'.", Place)),
        };
    }

    // Without content it is the group's end.
    private async ValueTask<Result<Page<AffectedMember>>> PreviewGroup(
        ChangeContext context, string group, GroupContent? content, PageRequest page, CancellationToken cancellationToken)
    {
        Result<JudgedGroup> judging;
        using (await LockGroup(group, exclusive: false, cancellationToken, isPreview: true))
        using (await LockOnlyCaller(context, cancellationToken))
            judging = content is null
                ? await JudgeGroupDeletion(context, group, fingerprint: "", cancellationToken)
                : await JudgeGroup(context, group, content, fingerprint: "", cancellationToken);
        if (!judging.Succeeded) return judging.Error.Within("/group/put");
        var (tenant, _, present, next) = judging.Value;
        if (await RefusesReading(tenant, context.Caller, cancellationToken) is { } denied) return denied;

        var gives = next?.Gives(group);
        var isSame = present is null || next is null || (gives is not null && gives.GivesAs(present.Gives(group)!));
        var policy = tenant.Policy.Policy;
        var now = services.Clock.GetUtcNow();
        return await Listing.Collect(
            GroupMembers(tenant, group),
            isSame ? 0 : present!.MemberPages,
            page,
            async entry => await Member(tenant, entry.Id, cancellationToken) is { } membership && membership.Access.FindGroup(group) is not null
                ? Affected(entry.Id, membership, policy, membership.Access, policy, membership.Access.WithGroup(group, gives), now)
                : null,
            cancellationToken);
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
        var reach = new PolicyReach(before, after, reassign, await RolesOfGroups(tenant, cancellationToken));
        var now = services.Clock.GetUtcNow();
        return await Listing.Collect(
            [
                (Members(tenant.State.Incarnation), isSame ? 0 : tenant.State.MemberPages),
                (ServiceAccounts(tenant.State.Incarnation), isSame ? 0 : tenant.State.ServiceAccountPages),
            ],
            page,
            async entry => reach.Includes(entry.Summary!) && await Member(tenant, entry.Id, cancellationToken) is { } membership
                ? Affected(
                    entry.Id, membership, before, membership.Access, after, WithGroupsReassigned(Reassigned(membership.Access, reassign), reassign), now)
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
