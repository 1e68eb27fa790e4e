using System.Text.Json.Serialization;

namespace RbacGrains.Api;

/// <summary>Names what a check is about.</summary>
internal sealed record ResourceBody
{
    /// <summary>What it is: a resource or an area of the model, or <c>project</c>.</summary>
    [JsonRequired]
    public string Type { get; init; } = null!;

    /// <summary>Which one.</summary>
    [JsonRequired]
    public string Id { get; init; } = null!;
}
