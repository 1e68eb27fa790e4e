using System.Collections.Immutable;
using System.Text.Json.Serialization;
using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>The durable part of an invitation.</summary>
public sealed record InvitationState
{
    /// <summary>The organization it is to.</summary>
    public required string Organization { get; init; }

    /// <summary>The life of the organization that it belongs to.</summary>
    public required long Incarnation { get; init; }

    /// <summary>The invited address.</summary>
    public required string Email { get; init; }

    /// <summary>What acceptance gives; its version means nothing.</summary>
    public required Access Access { get; init; }

    /// <summary>The user whose right it rests on; null for the service.</summary>
    public string? InvitedBy { get; init; }

    /// <summary>SHA-256 of the token's secret. The secret itself is kept nowhere.</summary>
    public required ImmutableArray<byte> SecretHash { get; init; }

    /// <summary>Where it stands; an expired one is still stored as pending.</summary>
    public InvitationStatus Status { get; init; }

    /// <summary>Who is accepting, or has accepted. While the status is pending, a membership may have been made already.</summary>
    public string? AcceptedBy { get; init; }

    /// <summary>When it was made, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Until when it can be accepted.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Counts its changes, from 1.</summary>
    public long Version { get; init; } = 1;

    /// <summary>The page of the organization's directory on which it is listed.</summary>
    public int Page { get; init; }

    /// <summary>Whether somebody's acceptance has begun and not ended.</summary>
    [JsonIgnore]
    public bool IsBeingAccepted => Status == InvitationStatus.Pending && AcceptedBy is not null;

    /// <summary>Where it stands at a moment.</summary>
    public InvitationStatus StatusAt(DateTimeOffset now) =>
        Status == InvitationStatus.Pending && now >= ExpiresAt ? InvitationStatus.Expired : Status;

    /// <summary>What it is listed under.</summary>
    public DirectorySummary Summary() => new() { Email = Email, ExpiresAt = ExpiresAt, Invitation = Status };

    /// <summary>What people see of it.</summary>
    public InvitationView View(string id, DateTimeOffset now) => new(
        id,
        Organization,
        Email,
        Access.Role,
        Access.Grants,
        InvitedBy,
        StatusAt(now),
        CreatedAt,
        ExpiresAt,
        Status == InvitationStatus.Accepted ? AcceptedBy : null,
        Version);
}
