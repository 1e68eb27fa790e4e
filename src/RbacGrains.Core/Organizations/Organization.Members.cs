using System.Collections.Immutable;
using RbacGrains.Model;

namespace RbacGrains.Core;

/// <content>How members are added, changed and removed.</content>
public partial class Organization
{
    /// <inheritdoc/>
    public async ValueTask<Result<Put<MemberView>>> PutMember(
        ChangeContext context, string user, MemberAssignment assignment, CancellationToken cancellationToken)
    {
        var changed = await ChangeMember(context, user, new PutMember(assignment), cancellationToken);
        return changed.Succeeded ? new Put<MemberView>(View(user, changed.Value)!, changed.Value.Added) : changed.Error;
    }

    /// <inheritdoc/>
    public async ValueTask<Result<MemberView>> PatchMember(
        ChangeContext context, string user, MemberPatch patch, CancellationToken cancellationToken)
    {
        var changed = await ChangeMember(context, user, new PatchMember(patch), cancellationToken);
        return changed.Succeeded ? View(user, changed.Value)! : changed.Error;
    }

    /// <inheritdoc/>
    public async ValueTask<Result<Done>> RemoveMember(
        ChangeContext context, string user, CancellationToken cancellationToken)
    {
        var changed = await ChangeMember(context, user, new RemoveMember(), cancellationToken);
        return changed.Succeeded ? Done.Instance : changed.Error;
    }

    /// <inheritdoc/>
    public async ValueTask<Result<Admission>> AdmitInvited(string invitation, InvitationState state, string user)
    {
        ArgumentNullException.ThrowIfNull(state);
        var tenant = await Tenant(CancellationToken.None);
        if (tenant.Value?.State.Incarnation != state.Incarnation) return Errors.InvitationTokenInvalid();
        var context = new ChangeContext { Caller = new Caller(state.InvitedBy), Reason = $"invitation {invitation}" };
        var changed = await ChangeMember(context, user, new AdmitInvited(invitation, state), CancellationToken.None);
        if (changed.Succeeded) return new Admission(View(user, changed.Value));
        return changed.Error.Kind is ErrorKind.Denied || changed.Error.Code == ErrorCodes.OrganizationNotFound
            ? new Error(
                ErrorKind.Conflict,
                ErrorCodes.InviterNotPermitted,
                "Whoever sent the invitation may no longer give what it promises. Ask an administrator to send it again.")
            : changed.Error;
    }

    /// <summary>Judges a change and writes it; the locks keep what it was judged by as it is until it is written.</summary>
    private async ValueTask<Result<ChangedMember>> ChangeMember(
        ChangeContext context, string user, MemberChange change, CancellationToken cancellationToken)
    {
        if (CheckTarget(user, change) is { } invalid) return invalid;
        using var locks = await LockMember(context, user, change.Group, isPreview: false, cancellationToken);
        var judging = await JudgeMember(context, user, change, locks, cancellationToken);
        if (!judging.Succeeded) return judging.Error;
        var judged = judging.Value;
        if (judged.IsMade) return await Found(user, judged.Tenant, judged.Made, cancellationToken);

        var written = await WriteMember(judged.Tenant, user, judged.Present, judged.Next, AuditOf(context, user, change, judged));
        return new ChangedMember(written, judged.Tenant, Added: judged.Present is null) { IsMade = true };
    }

    /// <summary>Judges a change: whether it may be made, and what it makes. A preview is this much of a change, and no more.</summary>
    private async ValueTask<Result<JudgedMember>> JudgeMember(
        ChangeContext context, string user, MemberChange change, LockSet locks, CancellationToken cancellationToken)
    {
        var found = await Tenant(context.Caller, cancellationToken);
        if (!found.Succeeded) return found.Error;
        var tenant = found.Value;
        var policy = tenant.Policy.Policy;
        var present = await services.Actors.User(user).ReadMembership(id, tenant.State.Incarnation, cancellationToken);

        var isSelf = !context.Caller.IsService && string.Equals(context.Caller.User, user, StringComparison.Ordinal);
        var judged = await Judge(tenant, context.Caller, change.Operation(present, isSelf), cancellationToken);
        if (!judged.Succeeded)
            return isSelf && change is RemoveMember && await IsRepeated(context, FingerprintOf(context, user, change), cancellationToken)
                ? JudgedMember.MadeBefore(tenant, present, null)
                : judged.Error;
        if (change.NeedsAdmin(present) && judged.Value.RefusesAdmin(policy, services.Clock) is { } notAdmin) return notAdmin;
        var replayed = await Replayed(context, FingerprintOf(context, user, change), cancellationToken);
        if (!replayed.Succeeded) return replayed.Error;
        if (replayed.Value.Entry is { } entry) return JudgedMember.MadeBefore(tenant, present, entry);
        if (Preconditions(context, judged.Value, policy, present?.Access.Version ?? 0) is { } unmet) return unmet;

        var now = services.Clock.GetUtcNow();
        var next = await change.Apply(new MemberChangeInput(id, user, tenant, present, services, now), cancellationToken);
        if (!next.Succeeded) return next.Error;
        foreach (var (before, after) in next.Value.Membership is { } given ? change.Gives(present, given) : [])
            if (judged.Value.RefusesGiving(policy, before, after, now) is { } beyond) return beyond;
        if (next.Value.IsUnchanged) return JudgedMember.MadeBefore(tenant, present, null);

        // No program counts as the admin who remains.
        if (!change.IsOfServiceAccount
            && AdminGuard.IsPermanentAdmin(policy, present?.Access) && !AdminGuard.IsPermanentAdmin(policy, next.Value.Membership?.Access))
        {
            await locks.Add(OrganizationLocks.Admins, exclusive: true, cancellationToken);
            if (!await AdminGuard.HasAnother(user, tenant, Members(tenant.State.Incarnation), services, cancellationToken))
                return AdminGuard.LastAdmin(user);
        }
        return new JudgedMember(tenant, present, next.Value.Membership);
    }

    private ImmutableArray<AuditEntry> AuditOf(ChangeContext context, string user, MemberChange change, JudgedMember judged)
    {
        var entries = ImmutableArray.CreateBuilder<AuditEntry>(1);
        foreach (var changed in change.Audit(user, judged.Present, judged.Next))
        {
            var named = entries.Count == 0 ? context : context with { OperationId = null };
            entries.Add(Audit(changed.Kind, changed.Target, named, FingerprintOf(named, user, change)) with
            {
                Actor = change.Actor(context, user),
                Before = changed.Before,
                After = changed.After,
            });
        }
        return entries.DrainToImmutable();
    }

    // Only what its caller has named can be recognized, and a digest is not made for nothing.
    private static string? FingerprintOf(ChangeContext context, string user, MemberChange change) =>
        context.OperationId is null ? null : change.Fingerprint(user);

    private static Error? CheckTarget(string user, MemberChange change) =>
        !Identifier.IsValid(user) ? Errors.InvalidId("a user", user)
        : !change.IsOfServiceAccount && ServiceAccountId.IsReserved(user) ? Errors.ReservedId(user)
        : null;

    private async ValueTask<LockSet> LockMember(
        ChangeContext context, string user, string? group, bool isPreview, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var locks = group is null
            ? await LockPolicy(exclusive: false, cancellationToken, isPreview)
            : await LockGroup(group, exclusive: false, cancellationToken, isPreview);
        try
        {
            var caller = OrganizationLocks.Of(context.Caller);
            var order = caller is null ? 0 : string.CompareOrdinal(caller, user);
            if (order < 0) await locks.Add(caller!, exclusive: false, cancellationToken);
            await locks.Add(user, exclusive: true, cancellationToken);
            if (order > 0) await locks.Add(caller!, exclusive: false, cancellationToken);
            if (context.OperationId is { } operation)
                await locks.Add(OrganizationLocks.Operation(operation), exclusive: true, cancellationToken);
            return locks;
        }
        catch
        {
            locks.Dispose();
            throw;
        }
    }

    // The member's places in the directories are opened first and settled last, whatever came of the write.
    private async ValueTask<Membership?> WriteMember(
        CompiledTenant tenant, string user, Membership? present, Membership? next, ImmutableArray<AuditEntry> audit)
    {
        var isProgram = ServiceAccountId.IsReserved(user);
        var directory = isProgram ? ServiceAccounts(tenant.State.Incarnation) : Members(tenant.State.Incarnation);
        var number = present is not null ? present.Page
            : isProgram ? await directory.OpenPlace(user, tenant.State.ServiceAccountPages, GrowServiceAccounts)
            : await directory.OpenPlace(user, tenant.State.MemberPages, GrowMembers);
        var page = directory.Page(number);
        if (present is not null) await page.Open(user, add: true);
        var groups = new List<(IDirectoryPage Page, bool IsListed)>();
        Membership? written;
        try
        {
            next = await OpenGroupPlaces(tenant, user, present, next, groups);
            written = await services.Actors.User(user).WriteMembership(new MembershipWrite(
                id, tenant.State.Incarnation, present?.Access.Version ?? 0, next is null ? null : next with { Page = number }, audit));
        }
        catch
        {
            await page.Doubt(user);
            foreach (var group in groups) await group.Page.Doubt(user);
            throw;
        }
        await page.Settle(user, written?.Summary());
        foreach (var group in groups) await group.Page.Settle(user, group.IsListed ? DirectorySummary.Plain : null);
        return written;
    }

    private async ValueTask<int> GrowMembers(int known) =>
        (await Write(
            state => state!.MemberPages > known ? state : state with { MemberPages = known + 1 }, unfinished: false, [])).MemberPages;

    /// <summary>Acknowledges what there is already: what is stored, wherever it was written.</summary>
    private async ValueTask<Result<ChangedMember>> Found(
        string user, CompiledTenant tenant, AuditEntry? made, CancellationToken cancellationToken)
    {
        await services.Actors.User(user).Refresh();
        return new ChangedMember(await Member(tenant, user, cancellationToken), tenant, Added: false) { Repeated = made };
    }

    private MemberView? View(string user, ChangedMember changed) =>
        changed.Membership is { } membership ? View(user, membership, changed.Tenant) : null;

    private MemberView View(string user, Membership membership, CompiledTenant tenant) =>
        MemberViews.Of(user, membership, tenant.Policy.Policy, services.Clock.GetUtcNow());
}
