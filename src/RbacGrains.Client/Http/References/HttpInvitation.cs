namespace RbacGrains.Client;

/// <summary>An invitation over HTTP. Answering it twice is answering it once, so an answer that did not come is asked for again.</summary>
internal sealed class HttpInvitation(string id, HttpCalls calls) : IInvitation
{
    /// <inheritdoc/>
    public ValueTask<Result<InvitationOffer>> Show(string token, CancellationToken cancellationToken) =>
        IsOwn(token)
            ? calls.Read(
                new HttpCall(HttpMethod.Post, Paths.Of("invitations", "show"), Caller.Service) { Body = InvitationBodies.Show(token) },
                HttpJson.Default.InvitationOfferAnswer, offer => offer.ToOffer(), cancellationToken)
            : new(Errors.InvitationTokenInvalid());

    /// <inheritdoc/>
    public ValueTask<Result<MemberView>> Accept(string token, string user, string email, CancellationToken cancellationToken) =>
        IsOwn(token)
            ? calls.Natural(Answer("accept", token, user, email), HttpJson.Default.MemberAnswer, member => member.ToView(), cancellationToken)
            : new(Errors.InvitationTokenInvalid());

    /// <inheritdoc/>
    public ValueTask<Result<InvitationView>> Decline(string token, string user, string email, CancellationToken cancellationToken) =>
        IsOwn(token)
            ? calls.Natural(
                Answer("decline", token, user, email), HttpJson.Default.InvitationAnswer, invitation => invitation.ToView(), cancellationToken)
            : new(Errors.InvitationTokenInvalid());

    // The API finds the invitation by its token, which begins with its id.
    private bool IsOwn(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return token.Length > id.Length && token[id.Length] == '.' && token.StartsWith(id, StringComparison.Ordinal);
    }

    private static HttpCall Answer(string how, string token, string user, string email) =>
        new(HttpMethod.Post, Paths.Of("invitations", how), Caller.Service) { Body = InvitationBodies.Answer(token, user, email) };
}
