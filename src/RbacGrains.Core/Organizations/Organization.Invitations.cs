using RbacGrains.Model;

namespace RbacGrains.Core;

/// <content>How people are invited.</content>
public partial class Organization
{
    /// <inheritdoc/>
    public async ValueTask<Result<IssuedInvitation>> Invite(
        ChangeContext context, InviteMember command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        using var locks = await LockCaller(context, cancellationToken);
        var begun = await BeginInvitation(context, cancellationToken);
        if (!begun.Succeeded) return begun.Error;
        var (tenant, authority) = begun.Value;
        var fingerprint = Fingerprints.Of(nameof(Invite), id, command);
        var replayed = await Replayed(context, fingerprint, cancellationToken);
        if (!replayed.Succeeded) return replayed.Error;
        if (replayed.Value.Entry is { } earlier) return await Reissue(Anew(context), earlier.Target, tenant, command.ExpiresIn);
        if (Preconditions(context, authority, tenant.Policy.Policy, 0) is { } unmet) return unmet;

        var made = InvitationRequests.Make(id, command, context.Caller, tenant, services.Clock.GetUtcNow());
        if (!made.Succeeded) return made.Error;
        if (authority.RefusesGiving(tenant.Policy.Policy, null, made.Value.State.Access, made.Value.State.CreatedAt) is { } beyond) return beyond;
        var (invitation, token, state) = made.Value;
        var audit = Audit(AuditKinds.InvitationSent, invitation, context, fingerprint) with
        {
            After = AuditEntries.Invitation(state).ToJsonString(),
        };
        var directory = Invitations(tenant.State.Incarnation);
        var page = await directory.OpenPlace(invitation, tenant.State.InvitationPages, GrowInvitations);
        try
        {
            state = await services.Actors.Invitation(invitation).Create(state with { Page = page }, audit);
        }
        catch
        {
            await directory.Page(page).Doubt(invitation);
            throw;
        }
        await directory.Page(page).Settle(invitation, state.Summary());
        return new IssuedInvitation(state.View(invitation, services.Clock.GetUtcNow()), token);
    }

    /// <inheritdoc/>
    public async ValueTask<Result<Page<InvitationView>>> ListInvitations(
        Caller caller, InvitationFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var read = await Reader(caller, AdministrativeOperation.InviteMembers, cancellationToken);
        if (!read.Succeeded) return read.Error;
        if (filter.Search is { Length: 0 or > MemberFilter.MaxSearch })
            return Errors.InvalidValue($"What is searched for has 1 to {MemberFilter.MaxSearch} characters.");
        var state = read.Value.State;
        var now = services.Clock.GetUtcNow();
        return await Listing.Collect(
            Invitations(state.Incarnation),
            state.InvitationPages,
            page,
            async entry => InvitationRequests.Matches(filter, entry.Summary!, now)
                && await ReadFinished(entry.Id, cancellationToken) is { } invitation
                && InvitationRequests.Matches(filter, invitation.Summary(), now)
                    ? invitation.View(entry.Id, now)
                    : null,
            cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<Result<InvitationView>> GetInvitation(
        Caller caller, string invitation, CancellationToken cancellationToken)
    {
        var read = await Reader(caller, AdministrativeOperation.InviteMembers, cancellationToken);
        if (!read.Succeeded) return read.Error;
        await FinishAcceptance(invitation);
        return await FindInvitation(invitation, read.Value, cancellationToken) is { } state
            ? state.View(invitation, services.Clock.GetUtcNow())
            : Errors.InvitationNotFound(invitation);
    }

    /// <inheritdoc/>
    public async ValueTask<Result<IssuedInvitation>> ResendInvitation(
        ChangeContext context, string invitation, CancellationToken cancellationToken)
    {
        await FinishAcceptance(invitation);
        using var locks = await LockCaller(context, cancellationToken);
        var begun = await BeginInvitation(context, cancellationToken);
        if (!begun.Succeeded) return begun.Error;
        var (tenant, authority) = begun.Value;
        if (await FindInvitation(invitation, tenant, cancellationToken) is not { } state) return Errors.InvitationNotFound(invitation);
        var replayed = await Replayed(context, Fingerprint(nameof(ResendInvitation), invitation), cancellationToken);
        if (!replayed.Succeeded) return replayed.Error;
        if (authority.RefusesCondition(tenant.Policy.Policy, context.RequiredAction, services.Clock) is { } unmet) return unmet;
        return authority.RefusesGiving(tenant.Policy.Policy, null, state.Access, services.Clock.GetUtcNow()) is { } beyond
            ? beyond
            : await Reissue(replayed.Value.Entry is null ? context : Anew(context), invitation, tenant, null);
    }

    /// <inheritdoc/>
    public async ValueTask<Result<InvitationView>> RevokeInvitation(
        ChangeContext context, string invitation, CancellationToken cancellationToken)
    {
        await FinishAcceptance(invitation);
        using var locks = await LockCaller(context, cancellationToken);
        var begun = await BeginInvitation(context, cancellationToken);
        if (!begun.Succeeded) return begun.Error;
        var (tenant, authority) = begun.Value;
        if (await FindInvitation(invitation, tenant, cancellationToken) is not { } state) return Errors.InvitationNotFound(invitation);
        var fingerprint = Fingerprint(nameof(RevokeInvitation), invitation);
        var replayed = await Replayed(context, fingerprint, cancellationToken);
        if (!replayed.Succeeded) return replayed.Error;
        if (replayed.Value.Entry is not null) return state.View(invitation, services.Clock.GetUtcNow());
        if (authority.RefusesCondition(tenant.Policy.Policy, context.RequiredAction, services.Clock) is { } unmet) return unmet;
        var audit = Audit(AuditKinds.InvitationRevoked, invitation, context, fingerprint);
        var revoked = await services.Actors.Invitation(invitation).Revoke(context.ExpectedVersion, audit);
        return revoked.Succeeded ? revoked.Value.View(invitation, services.Clock.GetUtcNow()) : revoked.Error;
    }

    // A token that was handed out is nowhere to be found again: a repetition makes another one, and is a change of its own.
    private static ChangeContext Anew(ChangeContext context) => context with { OperationId = null, ExpectedVersion = null };

    private static string Fingerprint(string command, string invitation) => $"{command} {invitation}";

    private async ValueTask<Result<IssuedInvitation>> Reissue(
        ChangeContext context, string invitation, CompiledTenant tenant, TimeSpan? expiresIn)
    {
        var now = services.Clock.GetUtcNow();
        var (token, hash) = InvitationToken.Create(invitation);
        var reissue = new InvitationReissue(
            hash,
            now + (expiresIn ?? TimeSpan.FromDays(tenant.State.Settings.InvitationDays)),
            context.Caller.User,
            context.ExpectedVersion,
            Audit(AuditKinds.InvitationResent, invitation, context, Fingerprint(nameof(ResendInvitation), invitation)));
        var reissued = await services.Actors.Invitation(invitation).Reissue(reissue);
        return reissued.Succeeded ? new IssuedInvitation(reissued.Value.View(invitation, now), token) : reissued.Error;
    }

    private async ValueTask<Result<(CompiledTenant Tenant, Authority Authority)>> BeginInvitation(
        ChangeContext context, CancellationToken cancellationToken)
    {
        var tenant = await Tenant(context.Caller, cancellationToken);
        if (!tenant.Succeeded) return tenant.Error;
        var judged = await Judge(tenant.Value, context.Caller, AdministrativeOperation.InviteMembers, cancellationToken);
        return judged.Succeeded ? (tenant.Value, judged.Value) : judged.Error;
    }

    private async ValueTask<InvitationState?> FindInvitation(
        string invitation, CompiledTenant tenant, CancellationToken cancellationToken)
    {
        if (!Identifier.IsValid(invitation)) return null;
        var state = await services.Actors.Invitation(invitation).Read(cancellationToken);
        return state?.Organization == id && state.Incarnation == tenant.State.Incarnation ? state : null;
    }

    // An acceptance that a failure has interrupted is not shown half-way.
    private async ValueTask<InvitationState?> ReadFinished(string invitation, CancellationToken cancellationToken)
    {
        var actor = services.Actors.Invitation(invitation);
        if (await actor.Read(cancellationToken) is { IsBeingAccepted: true }) await actor.Resume();
        return await actor.Read(cancellationToken);
    }

    // Before any lock is taken: an acceptance needs the same ones.
    private async ValueTask FinishAcceptance(string invitation)
    {
        if (Identifier.IsValid(invitation)) await services.Actors.Invitation(invitation).Resume();
    }

    private async ValueTask<LockSet> LockCaller(ChangeContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var locks = await LockPolicy(exclusive: false, cancellationToken);
        try
        {
            if (OrganizationLocks.Of(context.Caller) is { } user) await locks.Add(user, exclusive: false, cancellationToken);
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

    private async ValueTask<int> GrowInvitations(int known) =>
        (await Write(
            state => state!.InvitationPages > known ? state : state with { InvitationPages = known + 1 }, unfinished: false, [])).InvitationPages;
}
