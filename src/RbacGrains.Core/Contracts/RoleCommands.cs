using System.Collections.Immutable;
using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>All that a role of the organization's own is to be.</summary>
public sealed record RoleContent
{
    /// <summary>Its name as people write it, 1 to 200 characters.</summary>
    public required string Title { get; init; }

    /// <summary>What it is for, at most 1,000 characters.</summary>
    public string Description { get; init; } = "";

    /// <summary>See <see cref="CustomRole.BasedOn"/>.</summary>
    public string? BasedOn { get; init; }

    /// <summary>See <see cref="CustomRole.Grants"/>.</summary>
    public Grants Grants { get; init; } = Grants.Empty;

    /// <summary>See <see cref="CustomRole.Plans"/>.</summary>
    public ImmutableArray<string> Plans { get; init; } = [];

    /// <summary>See <see cref="CustomRole.AssignableBy"/>.</summary>
    public ImmutableArray<string> AssignableBy { get; init; } = [];

    /// <summary>Whether it may take something from members who hold it; otherwise such a change is refused, and they are named.</summary>
    public bool AcceptNarrowing { get; init; }
}

/// <summary>Asks for the end of a role of the organization's own.</summary>
/// <param name="Reassign">
/// The role that its holders get instead, and that invitations promise; null to delete it only when it is neither held nor promised.
/// </param>
public sealed record DeleteRole(string? Reassign = null);
