namespace RbacGrains.Client;

/// <summary>An invitation, with its token in the answer that made it.</summary>
internal sealed record InvitationAnswer(
    string Id,
    InvitationStatus Status,
    DateTimeOffset ExpiresAt,
    string Email,
    string Role,
    Dictionary<string, string> Grants,
    string Organization,
    string? InvitedBy,
    string? AcceptedBy,
    DateTimeOffset CreatedAt,
    long Version,
    string? Token = null)
{
    /// <summary>As Core has it.</summary>
    public InvitationView ToView() => new(
        Id, Organization, Email, Role, Model.Grants.Of(Grants), InvitedBy, Status, CreatedAt, ExpiresAt, AcceptedBy, Version);

    /// <summary>The same with its token.</summary>
    /// <exception cref="System.Text.Json.JsonException">It has none.</exception>
    public IssuedInvitation ToIssued() =>
        new(ToView(), Token ?? throw new System.Text.Json.JsonException("The invitation has no token."));
}
