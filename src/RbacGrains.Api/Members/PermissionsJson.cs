using RbacGrains.Model;

namespace RbacGrains.Api;

/// <summary>What a member holds in effect.</summary>
internal sealed record PermissionsJson(
    string Role,
    IReadOnlyList<string> Actions,
    IReadOnlyDictionary<string, string> Areas,
    IReadOnlyList<PermissionSourceJson> Sources,
    long PolicyVersion,
    long AccessVersion)
{
    /// <summary>The JSON of effective permissions.</summary>
    public static PermissionsJson Of(EffectivePermissions held) =>
        new(
            held.Role,
            held.Actions,
            GrantsJson.Of(held.Areas),
            [.. held.Sources.Select(PermissionSourceJson.Of)],
            held.PolicyVersion,
            held.AccessVersion);
}

/// <summary>What one source gives a member before anything restricts it: the role, the member's own grants, a group.</summary>
internal sealed record PermissionSourceJson(
    string Kind, string Id, IReadOnlyList<string> Actions, IReadOnlyDictionary<string, string> Areas)
{
    /// <summary>The JSON of a source.</summary>
    public static PermissionSourceJson Of(PermissionSource source) =>
        new(source.Kind, source.Id, source.Actions, GrantsJson.Of(source.Areas));
}
