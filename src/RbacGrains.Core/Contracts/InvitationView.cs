using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>An invitation, without its token.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Organization">The organization it is to.</param>
/// <param name="Email">The invited address.</param>
/// <param name="Role">The role that acceptance gives.</param>
/// <param name="Grants">What acceptance grants beside the role.</param>
/// <param name="InvitedBy">The user whose right it rests on; null for the service.</param>
/// <param name="Status">Where it stands at this moment.</param>
/// <param name="CreatedAt">When it was made, in UTC.</param>
/// <param name="ExpiresAt">Until when it can be accepted.</param>
/// <param name="AcceptedBy">Who accepted it; null unless accepted.</param>
/// <param name="Version">Counts its changes, from 1.</param>
public sealed record InvitationView(
    string Id,
    string Organization,
    string Email,
    string Role,
    Grants Grants,
    string? InvitedBy,
    InvitationStatus Status,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    string? AcceptedBy,
    long Version);

/// <summary>An invitation with the token by which it is accepted; the token can be shown this one time only.</summary>
/// <param name="Invitation">The invitation.</param>
/// <param name="Token">The token: whoever has it, and the address, may accept.</param>
public sealed record IssuedInvitation(InvitationView Invitation, string Token);

/// <summary>Where an invitation stands.</summary>
public enum InvitationStatus
{
    /// <summary>It can be accepted.</summary>
    Pending,

    /// <summary>It was accepted.</summary>
    Accepted,

    /// <summary>It was declined.</summary>
    Declined,

    /// <summary>It was revoked.</summary>
    Revoked,

    /// <summary>Its time has run out.</summary>
    Expired,
}
