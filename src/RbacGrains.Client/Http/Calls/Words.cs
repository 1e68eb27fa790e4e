using System.Text.Json;

namespace RbacGrains.Client;

/// <summary>What enumerations are called in queries: their names in snake_case.</summary>
internal static class Words
{
    /// <summary>The word for a value; null for none.</summary>
    public static string? Of<T>(T? value)
        where T : struct, Enum => value is null ? null : JsonNamingPolicy.SnakeCaseLower.ConvertName(value.Value.ToString());
}
