using System.Text.Json.Serialization;

namespace RbacGrains.Api;

/// <summary>One check. It has setters because reading them is cheapest, and nothing is read more often.</summary>
internal sealed class CheckBody
{
    /// <summary>Where.</summary>
    [JsonRequired]
    public string Organization { get; set; } = null!;

    /// <summary>Who.</summary>
    [JsonRequired]
    public string User { get; set; } = null!;

    /// <summary>What, as <c>resource:verb</c>.</summary>
    [JsonRequired]
    public string Action { get; set; } = null!;

    /// <summary>Within which project; the organization itself when not given.</summary>
    public string? Project { get; set; }
}
