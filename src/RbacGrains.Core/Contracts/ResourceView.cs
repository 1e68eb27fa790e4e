using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>What the catalog is to say of a resource.</summary>
public sealed record ResourceContent
{
    /// <summary>Its name as people write it, 1 to 200 characters; null for none.</summary>
    public string? Name { get; init; }

    /// <summary>The project that it belongs to; null for none. A project belongs to none.</summary>
    public string? Project { get; init; }

    /// <summary>What conditions can look at.</summary>
    public Properties Properties { get; init; } = Properties.None;
}

/// <summary>A resource as the catalog has it.</summary>
/// <param name="Type">What it is.</param>
/// <param name="Id">Which one.</param>
/// <param name="Content">What is said of it.</param>
/// <param name="CreatedAt">When it was entered, in UTC.</param>
/// <param name="UpdatedAt">When that was last changed, in UTC.</param>
/// <param name="Version">Counts its changes, from 1.</param>
public sealed record ResourceView(
    string Type, string Id, ResourceContent Content, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, long Version);
