using System.Text.Json;

namespace RbacGrains.Client;

/// <summary>A resource as the catalog has it.</summary>
internal sealed record ResourceAnswer(
    string Type,
    string Id,
    string? Name,
    string? Project,
    JsonElement Properties,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    long Version)
{
    /// <summary>As Core has it.</summary>
    /// <exception cref="JsonException">Its properties are none.</exception>
    public ResourceView ToView()
    {
        if (Model.Properties.Mistake(Properties) is { } mistake) throw new JsonException(mistake);
        var content = new ResourceContent { Name = Name, Project = Project, Properties = Model.Properties.Of(Properties) };
        return new ResourceView(Type, Id, content, CreatedAt, UpdatedAt, Version);
    }
}
