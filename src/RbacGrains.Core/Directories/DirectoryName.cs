using System.Globalization;

namespace RbacGrains.Core;

/// <summary>Names the lists that are kept in pages. No id contains a slash, so names never collide.</summary>
public static class DirectoryName
{
    /// <summary>The list of organizations.</summary>
    public const string Tenants = "tenants";

    /// <summary>An organization's members.</summary>
    public static string Members(string organization, long incarnation) =>
        string.Create(CultureInfo.InvariantCulture, $"members/{organization}/{incarnation:x}");

    /// <summary>An organization's service accounts.</summary>
    public static string ServiceAccounts(string organization, long incarnation) =>
        string.Create(CultureInfo.InvariantCulture, $"service_accounts/{organization}/{incarnation:x}");

    /// <summary>An organization's invitations.</summary>
    public static string Invitations(string organization, long incarnation) =>
        string.Create(CultureInfo.InvariantCulture, $"invitations/{organization}/{incarnation:x}");

    /// <summary>An organization's groups.</summary>
    public static string Groups(string organization, long incarnation) =>
        string.Create(CultureInfo.InvariantCulture, $"groups/{organization}/{incarnation:x}");

    /// <summary>The members of an organization's group.</summary>
    public static string GroupMembers(string organization, long incarnation, string group) =>
        string.Create(CultureInfo.InvariantCulture, $"group_members/{organization}/{incarnation:x}~{group}");

    /// <summary>An organization's catalogued resources of a type.</summary>
    public static string Resources(string organization, long incarnation, string type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return string.Create(
            CultureInfo.InvariantCulture, $"resources/{organization}/{incarnation:x}~{type.Replace('/', '~')}");
    }

    /// <summary>The key of a page.</summary>
    public static string Page(string directory, int page) =>
        string.Create(CultureInfo.InvariantCulture, $"{directory}/{page}");

    /// <summary>Takes a page's key apart: its kind, the organization it is of when there is one, the type of resources or the group, and its number.</summary>
    internal static (string Kind, string? Organization, long Incarnation, string? Type, int Page) Parse(string pageKey)
    {
        var parts = pageKey.Split('/');
        var page = int.Parse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture);
        if (parts.Length != 4) return (parts[0], null, 0, null, page);
        var tilde = parts[2].IndexOf('~', StringComparison.Ordinal);
        var incarnation = long.Parse(
            tilde < 0 ? parts[2] : parts[2][..tilde], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return (parts[0], parts[1], incarnation, tilde < 0 ? null : parts[2][(tilde + 1)..].Replace('~', '/'), page);
    }
}
