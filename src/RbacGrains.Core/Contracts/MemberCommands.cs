using System.Collections.Immutable;
using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>All that a member is to be assigned.</summary>
public sealed record MemberAssignment
{
    /// <summary>The role; null for the model's default one.</summary>
    public string? Role { get; init; }

    /// <summary>A preset whose levels are granted; <see cref="Grants"/> are laid over them. Null for none.</summary>
    public string? Preset { get; init; }

    /// <summary>Levels in areas, and single actions.</summary>
    public Grants Grants { get; init; } = Grants.Empty;

    /// <summary>Ceilings inside projects, at most 1,000.</summary>
    public ImmutableArray<ProjectAssignment> Projects { get; init; } = [];

    /// <summary>The moment from which nothing is held any more; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Whether the member is suspended.</summary>
    public bool Suspended { get; init; }

    /// <summary>The member's e-mail address; null where it is not known, or is the user id itself.</summary>
    public string? Email { get; init; }
}

/// <summary>A ceiling inside one project, see <see cref="ProjectScope"/>.</summary>
public sealed record ProjectAssignment
{
    /// <summary>The project, or <see cref="ProjectScope.Others"/>.</summary>
    public required string Project { get; init; }

    /// <summary>A role whose holdings bound the member there; null for none.</summary>
    public string? Role { get; init; }

    /// <summary>A preset that bounds the member there, beneath <see cref="Grants"/>; null for none.</summary>
    public string? Preset { get; init; }

    /// <summary>Grants that bound the member there.</summary>
    public Grants Grants { get; init; } = Grants.Empty;

    /// <summary>The moment from which the project is closed to the member; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}

/// <summary>What of a member's assignment is to change; what is not given stays.</summary>
public sealed record MemberPatch
{
    /// <summary>Another role.</summary>
    public string? Role { get; init; }

    /// <summary>A preset whose grants replace all present ones, before <see cref="Grants"/> are applied.</summary>
    public string? Preset { get; init; }

    /// <summary>Whether all present grants are taken away, before <see cref="Grants"/> are applied.</summary>
    public bool ClearGrants { get; init; }

    /// <summary>Grants to set; a null level takes one away. In a cascading model an area's level is also given to its sub-areas.</summary>
    public ImmutableSortedDictionary<string, string?> Grants { get; init; } = ImmutableSortedDictionary<string, string?>.Empty;

    /// <summary>Whether all present project ceilings are taken away, before <see cref="Projects"/> are applied.</summary>
    public bool ClearProjects { get; init; }

    /// <summary>Project ceilings to set, whole; null takes one away.</summary>
    public ImmutableSortedDictionary<string, ProjectAssignment?> Projects { get; init; } =
        ImmutableSortedDictionary<string, ProjectAssignment?>.Empty;

    /// <summary>Another expiry, or none.</summary>
    public Optional<DateTimeOffset?> ExpiresAt { get; init; }

    /// <summary>Suspends the member, or ends the suspension.</summary>
    public bool? Suspended { get; init; }

    /// <summary>Another e-mail address, or none.</summary>
    public Optional<string?> Email { get; init; }
}
