using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml;

namespace RbacGrains.Api;

/// <summary>Spans of time: whole seconds as a number, or <c>"30m"</c>, <c>"12h"</c>, <c>"7d"</c>, <c>"2w"</c>, or ISO 8601's <c>"P7D"</c>.</summary>
internal sealed class DurationConverter : JsonConverter<TimeSpan>
{
    private const string Remedy = "Give whole seconds as a number, or a string such as \"30m\", \"12h\", \"7d\" or \"P7D\".";

    /// <inheritdoc/>
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var duration = reader.TokenType switch
        {
            JsonTokenType.Number => reader.TryGetInt64(out var seconds) ? Times(seconds, 1) : null,
            JsonTokenType.String => Parse(reader.GetString()!),
            _ => throw new FieldException(ProblemCodes.InvalidType, $"This has to be a duration. {Remedy}"),
        };
        return duration ?? throw new FieldException(Core.ErrorCodes.InvalidValue, $"This is no duration. {Remedy}");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
        writer.WriteNumberValue((long)value.TotalSeconds);

    private static TimeSpan? Parse(string text)
    {
        if (text.Length < 2) return null;
        if (text[0] == 'P') return ParseIso(text);
        var unit = text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, 'd' => 86_400, 'w' => 604_800, _ => 0 };
        return unit > 0 && long.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? Times(count, unit)
            : null;
    }

    private static TimeSpan? ParseIso(string text)
    {
        try
        {
            return XmlConvert.ToTimeSpan(text);
        }
        catch (Exception mistake) when (mistake is FormatException or OverflowException)
        {
            return null;
        }
    }

    private static TimeSpan? Times(long count, long seconds) =>
        count is >= 0 and <= int.MaxValue ? TimeSpan.FromSeconds(count * seconds) : null;
}
