using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace RbacGrains.Api;

/// <summary>
/// Says what is wrong with a body that could not be read. The serializer stops with a message that is no contract, so the body
/// is compared with what the request takes once more, step by step; only bodies with a mistake pay for it.
/// </summary>
internal static class BodyDiagnosis
{
    /// <summary>The first mistake of a body.</summary>
    public static Problem Of(ReadOnlySequence<byte> body, JsonTypeInfo type)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = type.Options.MaxDepth });
            return Mistake(document.RootElement, type, "")
                ?? Problem.BadRequest(ProblemCodes.InvalidType, "The body is not what this request takes.", "");
        }
        catch (JsonException mistake)
        {
            return IsDeep(body, type.Options.MaxDepth)
                ? Problem.BadRequest(ProblemCodes.TooDeep, $"The body is nested deeper than {type.Options.MaxDepth} levels. Flatten it.")
                : Malformed($"line {mistake.LineNumber + 1}, byte {mistake.BytePositionInLine + 1}");
        }
        catch (InvalidOperationException)
        {
            // The only thing that a parsed document still refuses: text that is not Unicode.
            return Malformed("a string with bytes or escapes that are not Unicode");
        }
    }

    private static Problem Malformed(string where) => Problem.BadRequest(
        ProblemCodes.MalformedJson, $"The body is not JSON ({where}). Send one JSON object, in UTF-8.");

    private static bool IsDeep(ReadOnlySequence<byte> body, int limit)
    {
        try
        {
            var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = int.MaxValue });
            var deepest = 0;
            while (reader.Read()) deepest = Math.Max(deepest, reader.CurrentDepth);
            return deepest >= limit;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static Problem? Mistake(JsonElement element, JsonTypeInfo type, string pointer) => type.Kind switch
    {
        JsonTypeInfoKind.Object => MistakeOfObject(element, type, pointer),
        JsonTypeInfoKind.Dictionary => MistakeOfDictionary(element, type, pointer),
        JsonTypeInfoKind.Enumerable => MistakeOfList(element, type, pointer),
        _ when FieldTypes.IsAnything(type.Type) => DuplicateWithin(element, pointer),
        _ when FieldTypes.PatchedType(type.Type) is { } patched =>
            element.ValueKind == JsonValueKind.Null ? null : Mistake(element, type.Options.GetTypeInfo(patched), pointer),
        _ => MistakeOfValue(element, type, pointer),
    };

    private static Problem? MistakeOfObject(JsonElement element, JsonTypeInfo type, string pointer)
    {
        if (element.ValueKind != JsonValueKind.Object) return WrongType(element, "an object", pointer);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in element.EnumerateObject())
        {
            var at = JsonPointer.Within(pointer, field.Name);
            if (!seen.Add(field.Name)) return Duplicate(at);
            var property = type.Properties.FirstOrDefault(known => string.Equals(known.Name, field.Name, StringComparison.Ordinal));
            if (property is null) return Unknown(type, at);
            if (field.Value.ValueKind == JsonValueKind.Null && FieldTypes.AdmitsNull(property)) continue;
            if (field.Value.ValueKind == JsonValueKind.Null && !property.PropertyType.IsValueType)
                return WrongType(field.Value, FieldTypes.Name(property.PropertyType), at);
            if (Mistake(field.Value, type.Options.GetTypeInfo(property.PropertyType), at) is { } mistake) return mistake;
        }

        return type.Properties.FirstOrDefault(property => property.IsRequired && !seen.Contains(property.Name)) is { } missing
            ? Problem.BadRequest(ProblemCodes.MissingField, $"The field '{missing.Name}' is missing. Add it.",
                JsonPointer.Within(pointer, missing.Name))
            : null;
    }

    private static Problem? MistakeOfDictionary(JsonElement element, JsonTypeInfo type, string pointer)
    {
        if (element.ValueKind != JsonValueKind.Object) return WrongType(element, "an object", pointer);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in element.EnumerateObject())
        {
            var at = JsonPointer.Within(pointer, entry.Name);
            if (!seen.Add(entry.Name)) return Duplicate(at);
            if (entry.Value.ValueKind != JsonValueKind.Null
                && Mistake(entry.Value, type.Options.GetTypeInfo(type.ElementType!), at) is { } mistake) return mistake;
        }

        return null;
    }

    private static Problem? MistakeOfList(JsonElement element, JsonTypeInfo type, string pointer)
    {
        if (element.ValueKind != JsonValueKind.Array) return WrongType(element, "a list", pointer);
        var item = type.Options.GetTypeInfo(type.ElementType!);
        return element.EnumerateArray()
            .Select((value, index) => Mistake(value, item, $"{pointer}/{index}"))
            .FirstOrDefault(mistake => mistake is not null);
    }

    private static Problem? DuplicateWithin(JsonElement element, string pointer)
    {
        if (element.ValueKind == JsonValueKind.Array)
            return element.EnumerateArray()
                .Select((item, index) => DuplicateWithin(item, $"{pointer}/{index}"))
                .FirstOrDefault(mistake => mistake is not null);
        if (element.ValueKind != JsonValueKind.Object) return null;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in element.EnumerateObject())
        {
            var at = JsonPointer.Within(pointer, field.Name);
            if (!seen.Add(field.Name)) return Duplicate(at);
            if (DuplicateWithin(field.Value, at) is { } mistake) return mistake;
        }

        return null;
    }

    private static Problem? MistakeOfValue(JsonElement element, JsonTypeInfo type, string pointer)
    {
        // Throws where the text is not Unicode, which is no matter of types.
        if (element.ValueKind == JsonValueKind.String) element.GetString();
        try
        {
            element.Deserialize(type);
            return null;
        }
        catch (FieldException mistake)
        {
            return Problem.BadRequest(mistake.Code, mistake.Message, pointer);
        }
        catch (JsonException)
        {
            return WrongType(element, FieldTypes.Name(type.Type), pointer);
        }
    }

    private static Problem Duplicate(string pointer) => Problem.BadRequest(
        ProblemCodes.DuplicateField, "The field is there twice. Keep the one that is meant.", pointer);

    private static Problem Unknown(JsonTypeInfo type, string pointer) => Problem.BadRequest(
        ProblemCodes.UnknownField,
        type.Properties.Count == 0
            ? "There is no such field: this request takes none. Leave it out."
            : $"There is no such field. Known: {string.Join(", ", type.Properties.Select(property => property.Name))}.",
        pointer);

    private static Problem WrongType(JsonElement element, string expected, string pointer) => Problem.BadRequest(
        ProblemCodes.InvalidType, $"This has to be {expected}, and is {FieldTypes.Name(element)}.", pointer);
}
