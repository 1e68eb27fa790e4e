using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>Asks to invite somebody.</summary>
public sealed record InviteMember
{
    /// <summary>The address; whoever accepts must have proved it.</summary>
    public required string Email { get; init; }

    /// <summary>The role that acceptance gives; null for the model's default one.</summary>
    public string? Role { get; init; }

    /// <summary>A preset whose levels acceptance grants, beneath <see cref="Grants"/>; null for none.</summary>
    public string? Preset { get; init; }

    /// <summary>What acceptance grants beside the role.</summary>
    public Grants Grants { get; init; } = Grants.Empty;

    /// <summary>How long it can be accepted, 1 minute to 365 days; null for the organization's setting.</summary>
    public TimeSpan? ExpiresIn { get; init; }
}

/// <summary>Which invitations are wanted; what is null matches all.</summary>
/// <param name="Status">Invitations with this status.</param>
/// <param name="Email">Invitations of this address, letter case aside.</param>
/// <param name="Search">Invitations with this in their address, letter case aside; 1 to <see cref="MemberFilter.MaxSearch"/> characters.</param>
public sealed record InvitationFilter(InvitationStatus? Status = null, string? Email = null, string? Search = null);
