using System.Text.Json.Serialization;

namespace RbacGrains.Api;

/// <summary>Asks to invite somebody.</summary>
internal sealed record InviteBody
{
    /// <summary>The address to invite.</summary>
    [JsonRequired]
    public string Email { get; init; } = null!;

    /// <summary>The role that acceptance gives; the model's default one when not given.</summary>
    public string? Role { get; init; }

    /// <summary>What acceptance grants: levels by area, and <c>allow</c> by action.</summary>
    public Dictionary<string, string>? Grants { get; init; }

    /// <summary>A common configuration, beneath the grants.</summary>
    public string? Preset { get; init; }

    /// <summary>How long it can be accepted: seconds, or <c>"7d"</c>, <c>"P7D"</c>; the organization's setting when not given.</summary>
    public TimeSpan? ExpiresIn { get; init; }
}
