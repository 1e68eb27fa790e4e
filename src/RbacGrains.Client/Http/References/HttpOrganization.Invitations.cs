namespace RbacGrains.Client;

/// <content>What is asked about invitations.</content>
internal sealed partial class HttpOrganization
{
    /// <inheritdoc/>
    public ValueTask<Result<IssuedInvitation>> Invite(ChangeContext context, InviteMember command, CancellationToken cancellationToken) =>
        Mistake() is { } mistake ? new(mistake) : calls.Change(
            Change(HttpMethod.Post, Path("invitations"), context, InvitationBodies.Of(command)),
            HttpJson.Default.InvitationAnswer,
            (invitation, _) => invitation.ToIssued(),
            cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Page<InvitationView>>> ListInvitations(
        Caller caller, InvitationFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(page);
        if (Mistake() is { } mistake) return new(mistake);
        var path = Paths.With(Path("invitations"), ("status", Words.Of(filter.Status)), ("email", filter.Email), ("search", filter.Search),
            ("page_size", Paths.Size(page)), ("page_token", Paths.Token(page)));
        return calls.Read(
            Get(path, caller),
            HttpJson.Default.ListAnswerInvitationAnswer,
            list => list.ToPage(invitation => invitation.ToView()),
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<Result<InvitationView>> GetInvitation(Caller caller, string invitation, CancellationToken cancellationToken) =>
        Mistake() is { } mistake ? new(mistake) : calls.Read(
            Get(Path("invitations", Made(invitation)), caller),
            HttpJson.Default.InvitationAnswer,
            read => read.ToView(),
            cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<IssuedInvitation>> ResendInvitation(
        ChangeContext context, string invitation, CancellationToken cancellationToken) =>
        Mistake() is { } mistake ? new(mistake) : calls.Change(
            Change(HttpMethod.Post, Path("invitations", Made(invitation), "resend"), context),
            HttpJson.Default.InvitationAnswer,
            (resent, _) => resent.ToIssued(),
            cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<InvitationView>> RevokeInvitation(
        ChangeContext context, string invitation, CancellationToken cancellationToken) =>
        Mistake() is { } mistake ? new(mistake) : calls.Change(
            Change(HttpMethod.Post, Path("invitations", Made(invitation), "revoke"), context),
            HttpJson.Default.InvitationAnswer,
            (revoked, _) => revoked.ToView(),
            cancellationToken);
}
