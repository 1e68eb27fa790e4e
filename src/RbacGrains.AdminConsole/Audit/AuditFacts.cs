using System.Text.Json;
using System.Text.Json.Nodes;

namespace RbacGrains.AdminConsole;

/// <summary>What the audit log says of something at one moment. What it does not say is null, whatever stands there instead.</summary>
/// <param name="Json">The JSON; null when it did not exist then.</param>
internal sealed record AuditFacts(JsonObject? Json)
{
    /// <summary>What is said of something that is not there.</summary>
    public static AuditFacts None { get; } = new((JsonObject?)null);

    /// <summary>Reads the text of an entry.</summary>
    public static AuditFacts Of(string? text)
    {
        if (string.IsNullOrEmpty(text)) return None;
        try
        {
            return new AuditFacts(JsonNode.Parse(text) as JsonObject);
        }
        catch (JsonException)
        {
            return None;
        }
    }

    /// <summary>Whether there was anything.</summary>
    public bool Exists => Json is not null;

    /// <summary>A text.</summary>
    public string? Text(string name) => Json?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>Whether something is so.</summary>
    public bool Is(string name) => Json?[name] is JsonValue value && value.TryGetValue<bool>(out var is_) && is_;

    /// <summary>A number as text.</summary>
    public string? Number(string name) => Json?[name] is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? value.ToJsonString() : null;

    /// <summary>A moment.</summary>
    public DateTimeOffset? Moment(string name) => Text(name) is { } text
        && DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var moment)
            ? moment : null;

    /// <summary>Something within.</summary>
    public AuditFacts Part(string name) => new(Json?[name] as JsonObject);

    /// <summary>A list of texts.</summary>
    public IReadOnlyList<string> List(string name) =>
        Json?[name] is JsonArray array ? [.. array.OfType<JsonValue>().Select(value => value.ToString())] : [];

    /// <summary>Names and texts, as of grants.</summary>
    public IReadOnlyDictionary<string, string> Pairs(string name) => Json?[name] is JsonObject pairs
        ? pairs.Where(pair => pair.Value is JsonValue).ToDictionary(pair => pair.Key, pair => pair.Value!.ToString(), StringComparer.Ordinal)
        : new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The names of parts.</summary>
    public IEnumerable<string> Names(string name) => (Json?[name] as JsonObject)?.Select(pair => pair.Key) ?? [];
}
