using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>All that a group is to be.</summary>
internal sealed record GroupBody
{
    /// <summary>Its name as people write it.</summary>
    public required string Title { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>The role that its members hold through it; none when not given.</summary>
    public string? Role { get; init; }

    /// <summary>Levels by area, and <c>allow</c> by action, that its members are granted.</summary>
    public Dictionary<string, string>? Grants { get; init; }

    /// <summary>A common configuration, beneath the grants.</summary>
    public string? Preset { get; init; }

    /// <summary>What it asks an organization for.</summary>
    /// <param name="pointer">Where it is in the request's body.</param>
    public GroupContent Content(string pointer = "") => new()
    {
        Title = Title,
        Description = Description ?? "",
        Role = Role,
        Preset = Preset,
        Grants = GrantsJson.Read(Grants, pointer + "/grants"),
    };
}
