using RbacGrains.Model;

namespace RbacGrains.Core;

/// <inheritdoc cref="IInvitation"/>
/// <remarks>
/// An acceptance is a durable intention, then the membership, then the end of the invitation; whoever comes by a begun one
/// finishes it first. Its organization holds locks while it writes here, so a turn is never held while the organization is
/// asked; only the finishing of acceptances waits for it, and nobody who holds the organization's locks waits for that.
/// </remarks>
public class Invitation(string id, IActorState<InvitationState> store, ActorServices services) : IInvitationActor
{
    private readonly AsyncLock _turn = new();
    private readonly AsyncLock _finishing = new();

    /// <inheritdoc/>
    public ValueTask<InvitationState?> Read(CancellationToken cancellationToken) => store.Read(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<InvitationState> Create(InvitationState state, AuditEntry audit)
    {
        using var turn = await _turn.Enter(CancellationToken.None);
        await store.Write(state, unfinished: false, [audit]);
        return state;
    }

    /// <inheritdoc/>
    public async ValueTask<Result<InvitationState>> Reissue(InvitationReissue reissue)
    {
        ArgumentNullException.ThrowIfNull(reissue);
        using var turn = await _turn.Enter(CancellationToken.None);
        var state = await Require();
        if (InvitationRules.CheckOpen(state, reissue.ExpectedVersion) is { } error) return error;
        return await Change(
            state,
            state with { SecretHash = reissue.SecretHash, ExpiresAt = reissue.ExpiresAt, InvitedBy = reissue.InvitedBy },
            reissue.Audit);
    }

    /// <inheritdoc/>
    public async ValueTask<Result<InvitationState>> Revoke(long? expectedVersion, AuditEntry audit)
    {
        using var turn = await _turn.Enter(CancellationToken.None);
        var state = await Require();
        if (state.Status == InvitationStatus.Revoked) return state;
        if (InvitationRules.CheckOpen(state, expectedVersion) is { } error) return error;
        return await Change(state, state with { Status = InvitationStatus.Revoked }, audit);
    }

    /// <inheritdoc/>
    public async ValueTask<Result<InvitationOffer>> Show(string token, CancellationToken cancellationToken)
    {
        if (await CheckToken(token, cancellationToken) is { } invalid) return invalid;
        await Finish();
        var state = await Require();
        var policy = await services.Policies.Get(state.Organization, cancellationToken);
        if (!policy.Succeeded) return policy.Error;
        var view = await services.Actors.Organization(state.Organization).Get(Caller.Service, cancellationToken);
        if (!view.Succeeded) return view.Error;
        if (policy.Value.Incarnation != state.Incarnation) return Errors.OrganizationNotFound(state.Organization);
        var role = policy.Value.Policy.FindRole(state.Access.Role);
        return new InvitationOffer(
            state.View(id, services.Clock.GetUtcNow()),
            view.Value.Name,
            view.Value.Model,
            role?.Title ?? state.Access.Role,
            role?.IsOfferedBy(policy.Value.Policy.Plan.Id) is true,
            EffectivePermissions.Of(policy.Value.Policy, state.Access, null, services.Clock));
    }

    /// <inheritdoc/>
    public async ValueTask Reassign(string from, string to, AuditEntry audit)
    {
        using var turn = await _turn.Enter(CancellationToken.None);
        var state = await Require();
        if (state.Status == InvitationStatus.Pending && string.Equals(state.Access.Role, from, StringComparison.Ordinal))
            await Change(state, state with { Access = state.Access with { Role = to } }, audit, unfinished: state.IsBeingAccepted);
    }

    /// <inheritdoc/>
    public async ValueTask<Result<MemberView>> Accept(string token, string user, string email, CancellationToken cancellationToken)
    {
        if (!Identifier.IsValid(user)) return Errors.InvalidId("a user", user).At("/user");
        if (ServiceAccountId.IsReserved(user)) return Errors.ReservedId(user).At("/user");
        if (await CheckToken(token, cancellationToken) is { } invalid) return invalid;
        while (true)
        {
            // Somebody's acceptance that a crash has interrupted, or that is under way.
            await Finish();
            var state = await Require();
            if (state.Status == InvitationStatus.Accepted && string.Equals(state.AcceptedBy, user, StringComparison.Ordinal))
                return await services.Actors.Organization(state.Organization).GetMember(new Caller(user), user, cancellationToken);
            var begun = await BeginAcceptance(token, user, email);
            if (!begun.Succeeded) return begun.Error;
            // From here on it runs to its end: the intention is durable.
            if (begun.Value && await Finish() is { } finished && string.Equals(finished.User, user, StringComparison.Ordinal))
                return finished.Outcome;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<Result<InvitationView>> Decline(string token, string user, string email, CancellationToken cancellationToken)
    {
        if (!Identifier.IsValid(user)) return Errors.InvalidId("a user", user).At("/user");
        if (ServiceAccountId.IsReserved(user)) return Errors.ReservedId(user).At("/user");
        if (await CheckToken(token, cancellationToken) is { } invalid) return invalid;
        await Finish();
        using var turn = await _turn.Enter(cancellationToken);
        var state = await Require();
        var now = services.Clock.GetUtcNow();
        if (state.Status == InvitationStatus.Declined) return state.View(id, now);
        if (InvitationRules.CheckOpen(state, null) is { } open) return open;
        if (InvitationRules.CheckAnswerable(state, email, now) is { } error) return error;
        var audit = AuditEntries.Answer(services.Clock, AuditKinds.InvitationDeclined, id, state.Organization, user);
        return (await Change(state, state with { Status = InvitationStatus.Declined }, audit)).View(id, now);
    }

    /// <inheritdoc/>
    public async ValueTask Resume()
    {
        if (await store.Read(CancellationToken.None) is { IsBeingAccepted: true }) await Finish();
    }

    private async ValueTask<Error?> CheckToken(string token, CancellationToken cancellationToken) =>
        Identifier.IsValid(id) && await store.Read(cancellationToken) is { } state && InvitationToken.Matches(token, state.SecretHash)
            ? null
            : Errors.InvitationTokenInvalid();

    /// <summary>Makes the intention durable; false when somebody else's is, which the caller finishes first.</summary>
    private async ValueTask<Result<bool>> BeginAcceptance(string token, string user, string email)
    {
        using var turn = await _turn.Enter(CancellationToken.None);
        var state = await Require();
        if (state.IsBeingAccepted) return false;
        if (!InvitationToken.Matches(token, state.SecretHash)) return Errors.InvitationTokenInvalid();
        if (InvitationRules.CheckAnswerable(state, email, services.Clock.GetUtcNow()) is { } error) return error;
        await store.Write(state with { AcceptedBy = user }, unfinished: true, []);
        return true;
    }

    /// <summary>Finishes a begun acceptance: the organization makes the membership once, however often it is asked.</summary>
    /// <returns>Whose acceptance it was and what came of it; null when none was begun.</returns>
    private async ValueTask<(string User, Result<MemberView> Outcome)?> Finish()
    {
        using var finishing = await _finishing.Enter(CancellationToken.None);
        var state = await Require();
        if (!state.IsBeingAccepted) return null;
        var user = state.AcceptedBy!;
        var admission = await services.Actors.Organization(state.Organization).AdmitInvited(id, state, user);

        using var turn = await _turn.Enter(CancellationToken.None);
        // What it promises may have changed meanwhile.
        state = await Require();
        if (!admission.Succeeded)
        {
            await store.Write(state with { AcceptedBy = null }, unfinished: false, []);
            return (user, admission.Error);
        }
        var audit = AuditEntries.Answer(services.Clock, AuditKinds.InvitationAccepted, id, state.Organization, user);
        await Change(state, state with { Status = InvitationStatus.Accepted }, audit);
        return (user, admission.Value.Member is { } member ? member : Errors.MemberNotFound(user));
    }

    private async ValueTask<InvitationState> Change(
        InvitationState before, InvitationState next, AuditEntry audit, bool unfinished = false)
    {
        var page = services.Actors.DirectoryPage(
            DirectoryName.Page(DirectoryName.Invitations(next.Organization, next.Incarnation), next.Page));
        var written = next with { Version = next.Version + 1 };
        audit = audit with
        {
            Before = AuditEntries.Invitation(before).ToJsonString(),
            After = AuditEntries.Invitation(written).ToJsonString(),
        };
        await page.Open(id, add: true);
        try
        {
            await store.Write(written, unfinished, [audit]);
        }
        catch
        {
            await page.Doubt(id);
            throw;
        }
        await page.Settle(id, written.Summary());
        return written;
    }

    private async ValueTask<InvitationState> Require() =>
        await store.Read(CancellationToken.None)
        ?? throw new InvalidOperationException($"Invitation '{id}' was asked to change before it was made.");
}
