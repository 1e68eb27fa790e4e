using System.Runtime.InteropServices;
using System.Text.Json;

namespace RbacGrains.Model;

/// <summary>
/// Named values about something: an immutable JSON object of at most <see cref="MaxBytes"/> bytes, nested at most <see cref="MaxDepth"/> deep.
/// Two with the same content are equal, whatever the order of their names.
/// </summary>
public sealed class Properties : IEquatable<Properties>
{
    /// <summary>How deep objects and lists may be nested, the outermost object included.</summary>
    public const int MaxDepth = 8;

    /// <summary>The most bytes of JSON in UTF-8.</summary>
    public const int MaxBytes = 64 * 1024;

    private Properties(JsonElement json) => Json = json;

    /// <summary>No properties at all.</summary>
    public static Properties None { get; } = Of(JsonElement.Parse("{}"));

    /// <summary>The JSON object; it outlives whatever it was read from.</summary>
    public JsonElement Json { get; }

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => Json.GetPropertyCount() == 0;

    /// <summary>Makes properties of a JSON object.</summary>
    /// <exception cref="ArgumentException">It is none, or beyond the bounds.</exception>
    public static Properties Of(JsonElement json) =>
        Mistake(json) is { } mistake ? throw new ArgumentException(mistake, nameof(json)) : new Properties(json.Clone());

    /// <summary>What keeps a JSON value from being properties, as a sentence; null when nothing does.</summary>
    public static string? Mistake(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) return "Properties have to be an object.";
        if (JsonMarshal.GetRawUtf8Value(json).Length > MaxBytes) return $"Properties have at most {MaxBytes} bytes of JSON. Send less.";
        return IsDeeper(json, MaxDepth) ? $"Properties nest at most {MaxDepth} deep. Flatten them." : Unreadable(json);
    }

    /// <summary>The value under a name; null when there is none, or it is null.</summary>
    public JsonElement? Find(string name) =>
        Json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>Whether a name is there, also with the value null.</summary>
    public bool Has(string name) => Json.TryGetProperty(name, out _);

    /// <inheritdoc/>
    public bool Equals(Properties? other) => other is not null && JsonElement.DeepEquals(Json, other.Json);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Properties);

    /// <inheritdoc/>
    public override int GetHashCode() => Json.GetPropertyCount();

    /// <inheritdoc/>
    public override string ToString() => Json.GetRawText();

    private static bool IsDeeper(JsonElement json, int left) => json.ValueKind switch
    {
        JsonValueKind.Object => left == 0 || json.EnumerateObject().Any(property => IsDeeper(property.Value, left - 1)),
        JsonValueKind.Array => left == 0 || json.EnumerateArray().Any(item => IsDeeper(item, left - 1)),
        _ => false,
    };

    // Half characters are found out only when a text is taken out of the JSON, which no comparison must be the first to do.
    private static string? Unreadable(JsonElement json)
    {
        try
        {
            Touch(json);
            return null;
        }
        catch (InvalidOperationException)
        {
            return "Properties have a text that is not Unicode.";
        }
    }

    private static void Touch(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.String) json.GetString();
        else if (json.ValueKind == JsonValueKind.Array)
            foreach (var item in json.EnumerateArray()) Touch(item);
        else if (json.ValueKind == JsonValueKind.Object)
            foreach (var property in json.EnumerateObject())
            {
                _ = property.Name;
                Touch(property.Value);
            }
    }
}
