using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>The durable part of a catalog entry.</summary>
public sealed record CatalogEntryState
{
    /// <summary>The life of the organization that it belongs to; in another one it is void.</summary>
    public required long Incarnation { get; init; }

    /// <summary>What is said of the resource.</summary>
    public required ResourceContent Content { get; init; }

    /// <summary>When it was entered, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Counts its changes, from 1, across removals.</summary>
    public long Version { get; init; } = 1;

    /// <summary>The page of the organization's directory on which it is listed.</summary>
    public int Page { get; init; }

    /// <summary>Whether it was removed; what remains keeps its versions from being used again.</summary>
    public bool Removed { get; init; }

    /// <summary>Whether it means anything in a life of its organization.</summary>
    public bool IsIn(long incarnation) => !Removed && Incarnation == incarnation;

    /// <summary>What people see of it.</summary>
    public ResourceView View(ResourceReference resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return new ResourceView(resource.Type, resource.Id, Content, CreatedAt, UpdatedAt, Version);
    }
}
