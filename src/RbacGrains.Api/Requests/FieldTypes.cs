using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>What the types of fields are called towards people, and what they admit.</summary>
internal static class FieldTypes
{
    /// <summary>The type that a field of a merge patch takes, or null for an ordinary field.</summary>
    public static Type? PatchedType(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>) ? type.GetGenericArguments()[0] : null;

    /// <summary>Whether a type takes every JSON, so that only repeated names can be wrong with it.</summary>
    public static bool IsAnything(Type type) =>
        type == typeof(JsonDocument) || (Nullable.GetUnderlyingType(type) ?? type) == typeof(JsonElement);

    /// <summary>Whether a field may be null.</summary>
    public static bool AdmitsNull(JsonPropertyInfo property) => property.PropertyType.IsValueType
        ? Nullable.GetUnderlyingType(property.PropertyType) is not null || PatchedType(property.PropertyType) is not null
        : property.IsSetNullable;

    /// <summary>What a type is called.</summary>
    public static string Name(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(string) ? "a string"
            : plain == typeof(bool) ? "true or false"
            : plain == typeof(int) || plain == typeof(long) ? "a whole number"
            : type.IsArray ? "a list"
            : "an object";
    }

    /// <summary>What a value is called.</summary>
    public static string Name(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null",
    };
}
