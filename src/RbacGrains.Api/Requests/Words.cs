using System.Text.Json;

namespace RbacGrains.Api;

/// <summary>What enumerations are called on the wire: their names in snake_case.</summary>
internal static class Words
{
    /// <summary>The word for a value.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
