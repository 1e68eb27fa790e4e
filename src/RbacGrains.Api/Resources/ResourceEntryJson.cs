using System.Text.Json;
using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>A resource as the catalog has it.</summary>
internal sealed record ResourceEntryJson(
    string Type,
    string Id,
    string? Name,
    string? Project,
    JsonElement Properties,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    long Version)
{
    /// <summary>The JSON of a resource.</summary>
    public static ResourceEntryJson Of(ResourceView resource) => new(
        resource.Type,
        resource.Id,
        resource.Content.Name,
        resource.Content.Project,
        resource.Content.Properties.Json,
        resource.CreatedAt,
        resource.UpdatedAt,
        resource.Version);
}
