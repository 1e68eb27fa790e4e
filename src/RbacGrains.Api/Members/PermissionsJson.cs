using RbacGrains.Model;

namespace RbacGrains.Api;

/// <summary>What a member holds in effect.</summary>
internal sealed record PermissionsJson(
    string Role,
    IReadOnlyList<string> Actions,
    IReadOnlyDictionary<string, string> Areas,
    long PolicyVersion,
    long AccessVersion)
{
    /// <summary>The JSON of effective permissions.</summary>
    public static PermissionsJson Of(EffectivePermissions held) =>
        new(held.Role, held.Actions, GrantsJson.Of(held.Areas), held.PolicyVersion, held.AccessVersion);
}
