using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary>What the server answered.</summary>
/// <param name="Text">The body as it came.</param>
internal sealed record ServerAnswer(string Text)
{
    /// <summary>The body as an object.</summary>
    /// <exception cref="CliException">It is none.</exception>
    public JsonObject Json => JsonText.TryParse(Text) as JsonObject
        ?? throw CliErrors.MalformedAnswer(Text.Length == 0 ? "it is empty." : "it is no JSON object.");

    /// <summary>A property of the body.</summary>
    /// <exception cref="CliException">The body has none of that name and type.</exception>
    public T Get<T>(string property) => Get<T>(Json, property);

    /// <summary>A property of a part of an answer.</summary>
    public static T Get<T>(JsonNode? part, string property) =>
        (part as JsonObject)?[property] switch
        {
            T node => node,
            JsonValue value when value.TryGetValue<T>(out var scalar) => scalar,
            _ => throw CliErrors.MalformedAnswer($"'{property}' is missing, or not what it should be."),
        };
}
