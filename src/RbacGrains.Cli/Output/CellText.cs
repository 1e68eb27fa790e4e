using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary>Values as people and <c>cut</c> read them, on one line.</summary>
internal static class CellText
{
    /// <summary>A value: words as they are, lists with commas, objects as <c>name=value</c>; nothing for what is null.</summary>
    public static string Of(JsonNode? value) => value switch
    {
        null => "",
        JsonArray list => string.Join(", ", list.Select(Of)),
        JsonObject fields => string.Join(", ", fields.Where(field => field.Value is not null).Select(field => $"{Visible(field.Key)}={Nested(field.Value)}")),
        _ when value.GetValueKind() == JsonValueKind.String => Visible(value.GetValue<string>()),
        _ => value.ToJsonString(),
    };

    /// <summary>Text whose control characters are spelt out: what a stranger typed must not drive the reader's terminal.</summary>
    public static string Visible(string text)
    {
        if (!text.Any(char.IsControl)) return text;
        var visible = new StringBuilder(text.Length + 8);
        foreach (var character in text)
            if (char.IsControl(character)) visible.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
            else visible.Append(character);
        return visible.ToString();
    }

    private static string Nested(JsonNode? value) => value is JsonObject or JsonArray ? $"({Of(value)})" : Of(value);
}
