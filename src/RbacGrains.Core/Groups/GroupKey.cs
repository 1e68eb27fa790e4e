namespace RbacGrains.Core;

/// <summary>The keys of groups: the organization and the group's id, with a slash between, which neither can have.</summary>
public static class GroupKey
{
    /// <summary>The key of a group.</summary>
    public static string Of(string organization, string group) => $"{organization}/{group}";

    /// <summary>Takes a key apart.</summary>
    public static (string Organization, string Group) Parse(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return (key[..slash], key[(slash + 1)..]);
    }
}
