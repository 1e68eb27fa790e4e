using System.Globalization;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary>Spans of time as people write them: the server knows what they mean.</summary>
internal static class DurationText
{
    /// <summary>A duration's JSON. A bare number is seconds, which the server takes as a number.</summary>
    public static JsonNode ToJson(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : text;
}
