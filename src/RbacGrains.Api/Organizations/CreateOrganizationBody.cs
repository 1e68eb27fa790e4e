using System.Text.Json.Serialization;

namespace RbacGrains.Api;

/// <summary>Asks for a new organization.</summary>
internal sealed record CreateOrganizationBody
{
    /// <summary>Its name as people write it.</summary>
    [JsonRequired]
    public string Name { get; init; } = null!;

    /// <summary>The authorization model it lives by.</summary>
    [JsonRequired]
    public string Model { get; init; } = null!;

    /// <summary>One of the model's plans.</summary>
    [JsonRequired]
    public string Plan { get; init; } = null!;

    /// <summary>The user who becomes its first admin.</summary>
    [JsonRequired]
    public string Owner { get; init; } = null!;
}
