using System.Collections.Immutable;
using System.Text.Json.Serialization;
using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>The durable part of an organization. It does not grow with the number of members.</summary>
public sealed record OrganizationState
{
    /// <summary>The name as people write it.</summary>
    public required string Name { get; init; }

    /// <summary>The authorization model it lives by.</summary>
    public required string Model { get; init; }

    /// <summary>The plan it is on.</summary>
    public required string Plan { get; init; }

    /// <summary>The user who was its first admin.</summary>
    public required string Owner { get; init; }

    /// <summary>What it has decided for itself.</summary>
    public OrganizationSettings Settings { get; init; } = OrganizationSettings.Default;

    /// <summary>When it was created, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Random; tells this organization from others that had its id before.</summary>
    public required long Incarnation { get; init; }

    /// <summary>Counts its changes, from 1, across incarnations.</summary>
    public long Version { get; init; } = 1;

    /// <summary>Whether it was deleted; what remains keeps its versions from being used again.</summary>
    public bool Deleted { get; init; }

    /// <summary>How many pages its members fill.</summary>
    public int MemberPages { get; init; }

    /// <summary>How many pages its invitations fill.</summary>
    public int InvitationPages { get; init; }

    /// <summary>How many pages its service accounts fill.</summary>
    public int ServiceAccountPages { get; init; }

    /// <summary>How many pages its groups fill.</summary>
    public int GroupPages { get; init; }

    /// <summary>How many pages the catalog's resources of each type fill.</summary>
    public ImmutableSortedDictionary<string, int> ResourcePages { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>The page of the tenants' directory on which it is listed.</summary>
    public int TenantsPage { get; init; }

    /// <summary>The roles it has made for itself, in ordinal order of their ids; at most <see cref="RoleRules.MaxRoles"/>.</summary>
    public ImmutableArray<CustomRole> CustomRoles { get; init; } = [];

    /// <summary>A change of the policy that is under way; null when none is.</summary>
    [JsonPropertyName("pending_plan")] // What it was called when only a change of plan could be.
    public PendingPolicyChange? Pending { get; init; }
}

/// <summary>A change of plan, or the end of a role, that first gives other roles to whom it would strand.</summary>
/// <param name="Plan">The plan to move to; null to stay.</param>
/// <param name="Reassign">For each role that is not to be had any more, the role instead.</param>
/// <param name="Context">Who changes it, and why.</param>
/// <param name="Fingerprint">The digest of the whole change that was asked for.</param>
public sealed record PendingPolicyChange(
    string? Plan, ImmutableSortedDictionary<string, string> Reassign, ChangeContext Context, string Fingerprint)
{
    /// <summary>The custom role that is deleted; null for none.</summary>
    public string? DeletedRole { get; init; }

    /// <summary>The name that comes with it; null for the present one.</summary>
    public string? Name { get; init; }

    /// <summary>The settings that come with it; null for the present ones.</summary>
    public OrganizationSettings? Settings { get; init; }
}
