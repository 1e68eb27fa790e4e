using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>All that a group is to be.</summary>
public sealed record GroupContent
{
    /// <summary>Its name as people write it, 1 to 200 characters.</summary>
    public required string Title { get; init; }

    /// <summary>What it is for, at most 1,000 characters; may be empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>The role that its members hold through it; null for none. Never an admin's.</summary>
    public string? Role { get; init; }

    /// <summary>A preset whose levels are granted; <see cref="Grants"/> are laid over them. Null for none.</summary>
    public string? Preset { get; init; }

    /// <summary>Levels in areas, and single actions, that its members are granted.</summary>
    public Grants Grants { get; init; } = Grants.Empty;
}
