namespace RbacGrains.AdminConsole;

/// <summary>Writes the queries of pages' addresses.</summary>
internal static class PageQuery
{
    /// <summary>A query with its question mark, without what is empty; empty where nothing is left.</summary>
    public static string Of(params (string Name, string Value)[] parts)
    {
        var query = string.Join('&', parts.Where(part => part.Value.Length > 0).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value)}"));
        return query.Length == 0 ? "" : "?" + query;
    }
}
