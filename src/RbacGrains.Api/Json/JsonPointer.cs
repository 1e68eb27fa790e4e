namespace RbacGrains.Api;

/// <summary>JSON pointers (RFC 6901).</summary>
internal static class JsonPointer
{
    /// <summary>The pointer to what lies within something else.</summary>
    public static string Within(string pointer, string name) =>
        $"{pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    /// <summary>The pointer to a value by the names on the way to it.</summary>
    public static string To(params ReadOnlySpan<string> names)
    {
        var pointer = "";
        foreach (var name in names) pointer = Within(pointer, name);
        return pointer;
    }
}
