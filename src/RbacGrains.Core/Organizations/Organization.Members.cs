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
        return changed.Succeeded ? new Put<MemberView>(changed.Value.View!, changed.Value.Added) : changed.Error;
    }

    /// <inheritdoc/>
    public async ValueTask<Result<MemberView>> PatchMember(
        ChangeContext context, string user, MemberPatch patch, CancellationToken cancellationToken)
    {
        var changed = await ChangeMember(context, user, new PatchMember(patch), cancellationToken);
        return changed.Succeeded ? changed.Value.View! : changed.Error;
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
        if (changed.Succeeded) return new Admission(changed.Value.View);
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
        if (!Identifier.IsValid(user)) return Errors.InvalidId("a user", user);
        using var locks = await LockMember(context, user, cancellationToken);
        var found = await Tenant(context.Caller, cancellationToken);
        if (!found.Succeeded) return found.Error;
        var tenant = found.Value;
        var policy = tenant.Policy.Policy;
        var present = await services.Actors.User(user).ReadMembership(id, tenant.State.Incarnation, cancellationToken);

        var isSelf = !context.Caller.IsService && string.Equals(context.Caller.User, user, StringComparison.Ordinal);
        var judged = await Judge(tenant, context.Caller, change.Operation(present, isSelf), cancellationToken);
        if (!judged.Succeeded)
            return isSelf && change is RemoveMember && await IsRepeated(context, change.Fingerprint(user), cancellationToken)
                ? Unchanged(user, null, tenant)
                : judged.Error;
        var replayed = await Replayed(context, change.Fingerprint(user), cancellationToken);
        if (!replayed.Succeeded) return replayed.Error;
        if (replayed.Value.Entry is not null) return await Found(user, tenant, cancellationToken);
        if (Preconditions(context, judged.Value, policy, present?.Access.Version ?? 0) is { } unmet) return unmet;

        var now = services.Clock.GetUtcNow();
        var next = await change.Apply(new MemberChangeInput(id, user, tenant, present, services, now), cancellationToken);
        if (!next.Succeeded) return next.Error;
        if (next.Value.Membership is { } after && judged.Value.RefusesGiving(policy, present?.Access, after.Access, now) is { } beyond)
            return beyond;
        if (next.Value.IsUnchanged) return await Found(user, tenant, cancellationToken);

        if (AdminGuard.IsPermanentAdmin(policy, present?.Access) && !AdminGuard.IsPermanentAdmin(policy, next.Value.Membership?.Access))
        {
            await locks.Add(OrganizationLocks.Admins, exclusive: true, cancellationToken);
            if (!await AdminGuard.HasAnother(user, tenant, Members(tenant.State.Incarnation), services, cancellationToken))
                return AdminGuard.LastAdmin(user);
        }
        var audit = Audit(change.Kind(present), user, context, change.Fingerprint(user)) with
        {
            Actor = change.Actor(context, user),
            Before = present is null ? null : AuditEntries.Member(present).ToJsonString(),
            After = next.Value.Membership is null ? null : AuditEntries.Member(next.Value.Membership).ToJsonString(),
        };
        var written = await WriteMember(tenant, user, present, next.Value.Membership, [audit]);
        return new ChangedMember(written is null ? null : View(user, written, tenant), Added: present is null);
    }

    private async ValueTask<LockSet> LockMember(ChangeContext context, string user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var locks = await LockPolicy(exclusive: false, cancellationToken);
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

    // The member's place in the directory is opened first and settled last, whatever came of the write.
    private async ValueTask<Membership?> WriteMember(
        CompiledTenant tenant, string user, Membership? present, Membership? next, ImmutableArray<AuditEntry> audit)
    {
        var directory = Members(tenant.State.Incarnation);
        int page;
        if (present is null) page = await directory.OpenPlace(user, tenant.State.MemberPages, GrowMembers);
        else await directory.Page(page = present.Page).Open(user, add: true);
        Membership? written;
        try
        {
            written = await services.Actors.User(user).WriteMembership(new MembershipWrite(
                id, tenant.State.Incarnation, present?.Access.Version ?? 0, next is null ? null : next with { Page = page }, audit));
        }
        catch
        {
            await directory.Page(page).Doubt(user);
            throw;
        }
        await directory.Page(page).Settle(user, written?.Summary());
        return written;
    }

    private async ValueTask<int> GrowMembers(int known) =>
        (await Write(
            state => state!.MemberPages > known ? state : state with { MemberPages = known + 1 }, unfinished: false, [])).MemberPages;

    /// <summary>Acknowledges what there is already: what is stored, wherever it was written.</summary>
    private async ValueTask<Result<ChangedMember>> Found(string user, CompiledTenant tenant, CancellationToken cancellationToken)
    {
        await services.Actors.User(user).Refresh();
        return Unchanged(user, await Member(tenant, user, cancellationToken), tenant);
    }

    private Result<ChangedMember> Unchanged(string user, Membership? present, CompiledTenant tenant) =>
        new ChangedMember(present is null ? null : View(user, present, tenant), Added: false);

    private MemberView View(string user, Membership membership, CompiledTenant tenant) =>
        MemberViews.Of(user, membership, tenant.Policy.Policy, services.Clock.GetUtcNow());
}
