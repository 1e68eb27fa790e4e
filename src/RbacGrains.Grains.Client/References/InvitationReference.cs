namespace RbacGrains.Grains;

/// <summary>An invitation of the grid. Answering it twice is answering it once, so an answer that did not come is asked for again.</summary>
internal class InvitationReference(IInvitationGrain grain, GridCalls calls) : IInvitation
{
    /// <inheritdoc/>
    public ValueTask<Result<InvitationOffer>> Show(string token, CancellationToken cancellationToken) =>
        calls.Read(Caller.Service, () => grain.Show(token, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<MemberView>> Accept(string token, string user, string email, CancellationToken cancellationToken) =>
        calls.Natural(() => grain.Accept(token, user, email, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<InvitationView>> Decline(string token, string user, string email, CancellationToken cancellationToken) =>
        calls.Natural(() => grain.Decline(token, user, email, cancellationToken), cancellationToken);
}
