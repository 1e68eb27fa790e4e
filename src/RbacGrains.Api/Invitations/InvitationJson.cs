using System.Text.Json.Serialization;
using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>An invitation; with its token only in the answer that made the token.</summary>
internal sealed record InvitationJson(
    string Id,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Token,
    string Status,
    DateTimeOffset ExpiresAt,
    string Email,
    string Role,
    IReadOnlyDictionary<string, string> Grants,
    string Organization,
    string? InvitedBy,
    string? AcceptedBy,
    DateTimeOffset CreatedAt,
    long Version)
{
    /// <summary>The JSON of an invitation.</summary>
    public static InvitationJson Of(InvitationView invitation) => Of(invitation, null);

    /// <summary>The JSON of an invitation with the token that was made for it.</summary>
    public static InvitationJson Of(IssuedInvitation issued) => Of(issued.Invitation, issued.Token);

    private static InvitationJson Of(InvitationView invitation, string? token) => new(
        invitation.Id,
        token,
        Words.Of(invitation.Status),
        invitation.ExpiresAt,
        invitation.Email,
        invitation.Role,
        GrantsJson.Of(invitation.Grants),
        invitation.Organization,
        invitation.InvitedBy,
        invitation.AcceptedBy,
        invitation.CreatedAt,
        invitation.Version);
}
