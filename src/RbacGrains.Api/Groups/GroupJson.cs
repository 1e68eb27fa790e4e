using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>A group of an organization's members.</summary>
internal sealed record GroupJson(
    string Id,
    string Organization,
    string Title,
    string Description,
    string? Role,
    IReadOnlyDictionary<string, string> Grants,
    int Members,
    long Version,
    long PolicyVersion)
{
    /// <summary>The JSON of a group.</summary>
    public static GroupJson Of(GroupView group) => new(
        group.Id,
        group.Organization,
        group.Title,
        group.Description,
        group.Role,
        GrantsJson.Of(group.Grants),
        group.Members,
        group.Version,
        group.PolicyVersion);
}
