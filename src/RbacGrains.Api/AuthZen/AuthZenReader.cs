using System.Text.Json;
using RbacGrains.Model;

namespace RbacGrains.Api;

/// <summary>
/// Reads the parts of AuthZEN requests. Unlike the rest of the API it ignores fields that it does not know, as the protocol wants; fields that
/// are optional may also be null.
/// </summary>
internal static class AuthZenReader
{
    /// <summary>A whole question.</summary>
    /// <exception cref="RequestException">Something is missing, or of another type.</exception>
    public static AuthZenQuestion Question(JsonElement body) => new(
        Entity(body, "subject", "", needsId: true),
        Action(body, ""),
        Entity(body, "resource", "", needsId: true),
        Context(body, ""));

    /// <summary>A subject or resource.</summary>
    /// <param name="body">What it stands in.</param>
    /// <param name="name">Its name there.</param>
    /// <param name="pointer">Where the body is in the request.</param>
    /// <param name="needsId">Whether it needs an id; it is ignored otherwise.</param>
    public static AuthZenEntity Entity(JsonElement body, string name, string pointer, bool needsId)
    {
        var at = $"{pointer}/{name}";
        var json = Required(body, name, pointer, JsonValueKind.Object);
        return new AuthZenEntity(
            at, Text(json, "type", at), needsId ? Text(json, "id", at) : null, PropertiesBody.Read(Optional(json, "properties"), $"{at}/properties"));
    }

    /// <summary>An action.</summary>
    public static AuthZenEntity Action(JsonElement body, string pointer)
    {
        var at = $"{pointer}/action";
        var json = Required(body, "action", pointer, JsonValueKind.Object);
        return new AuthZenEntity(at, "", Text(json, "name", at), PropertiesBody.Read(Optional(json, "properties"), $"{at}/properties"));
    }

    /// <summary>The circumstances; none where there are none.</summary>
    public static Properties Context(JsonElement body, string pointer) => PropertiesBody.Read(Optional(body, "context"), $"{pointer}/context");

    /// <summary>A field that may be missing or null.</summary>
    public static JsonElement? Optional(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>An optional field of a type.</summary>
    public static JsonElement? Optional(JsonElement body, string name, string pointer, JsonValueKind kind) =>
        Optional(body, name) is null ? null : Required(body, name, pointer, kind);

    /// <summary>A text that has a meaning of its own among properties; null when it is not there.</summary>
    public static string? TextIn(Properties properties, string name, string pointer) =>
        properties.Find(name) is null ? null : Text(properties.Json, name, pointer);

    private static string Text(JsonElement json, string name, string pointer)
    {
        try
        {
            return Required(json, name, pointer, JsonValueKind.String).GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new RequestException(Problem.BadRequest(
                ProblemCodes.MalformedJson, "The text is not Unicode.", JsonPointer.Within(pointer, name)));
        }
    }

    private static JsonElement Required(JsonElement body, string name, string pointer, JsonValueKind kind)
    {
        var at = JsonPointer.Within(pointer, name);
        if (!body.TryGetProperty(name, out var value))
            throw new RequestException(Problem.BadRequest(ProblemCodes.MissingField, $"The field '{name}' is missing. Add it.", at));
        return value.ValueKind == kind ? value : throw new RequestException(WrongType(value, kind, at));
    }

    private static Problem WrongType(JsonElement value, JsonValueKind kind, string pointer)
    {
        var expected = kind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            JsonValueKind.Number => "a number",
            _ => "a string",
        };
        return Problem.BadRequest(ProblemCodes.InvalidType, $"This has to be {expected}, and is {FieldTypes.Name(value)}.", pointer);
    }
}
