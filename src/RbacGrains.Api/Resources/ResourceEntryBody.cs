using System.Text.Json;

namespace RbacGrains.Api;

/// <summary>What the catalog is to say of a resource.</summary>
internal sealed record ResourceEntryBody
{
    /// <summary>Its name as people write it; none when not given.</summary>
    public string? Name { get; init; }

    /// <summary>The project that it belongs to; none when not given.</summary>
    public string? Project { get; init; }

    /// <summary>What conditions can look at: an object of at most 64 KiB, at most 8 deep.</summary>
    public JsonElement? Properties { get; init; }
}
