using System.Globalization;
using System.Text;

namespace RbacGrains.Client;

/// <summary>Makes paths and queries.</summary>
internal static class Paths
{
    /// <summary>A path below <c>/v1</c>. No segment of it is read as anything but what it is.</summary>
    public static string Of(params ReadOnlySpan<string> segments)
    {
        var path = new StringBuilder("v1");
        foreach (var segment in segments) path.Append('/').Append(Uri.EscapeDataString(segment));
        return path.ToString();
    }

    /// <summary>The path of a search of AuthZEN in an organization.</summary>
    public static string OfSearch(string organization, string what) =>
        $"organizations/{Uri.EscapeDataString(organization)}/access/v1/search/{what}";

    /// <summary>A path with a query of what is not null.</summary>
    public static string With(string path, params ReadOnlySpan<(string Name, string? Value)> query)
    {
        var all = new StringBuilder(path);
        var separator = '?';
        foreach (var (name, value) in query)
        {
            if (value is null) continue;
            all.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }
        return all.ToString();
    }

    /// <summary>The number of items of a page.</summary>
    public static string Size(PageRequest page) => page.Size.ToString(CultureInfo.InvariantCulture);

    /// <summary>The token of a page; null for the first one.</summary>
    public static string? Token(PageRequest page) => string.IsNullOrEmpty(page.Token) ? null : page.Token;

    /// <summary>A moment (RFC 3339); null for none.</summary>
    public static string? Moment(DateTimeOffset? moment) => moment?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
