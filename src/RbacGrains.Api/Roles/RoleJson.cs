using System.Text.Json.Serialization;
using RbacGrains.Core;
using RbacGrains.Model;

namespace RbacGrains.Api;

/// <summary>A role as it can be assigned in one organization.</summary>
internal sealed record RoleJson(
    string Id,
    string Title,
    string Description,
    bool Admin,
    bool Offered,
    IReadOnlyList<string> Plans,
    IReadOnlyDictionary<string, string> Grants,
    IReadOnlyList<ConditionalActionJson> ConditionalActions,
    IReadOnlyList<string> Withdrawn,
    long PolicyVersion,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] CustomRoleJson? Custom)
{
    /// <summary>The JSON of a role.</summary>
    public static RoleJson Of(RoleView view) => new(
        view.Role.Id,
        view.Role.Title,
        view.Role.Description,
        view.Role.IsAdmin,
        view.Offered,
        view.Role.Plans,
        GrantsJson.Of(view.Role.Grants),
        [.. view.Role.ConditionalActions.Select(ConditionalActionJson.Of)],
        view.Role.Withdrawn,
        view.PolicyVersion,
        view.Custom is null ? null : CustomRoleJson.Of(view.Custom));
}

/// <summary>What an organization has made a role of its own of.</summary>
internal sealed record CustomRoleJson(
    string? BasedOn,
    IReadOnlyDictionary<string, string> Grants,
    IReadOnlyList<string> Plans,
    IReadOnlyList<string> AssignableBy,
    long Version)
{
    /// <summary>The JSON of a role of an organization's own.</summary>
    public static CustomRoleJson Of(CustomRole role) =>
        new(role.BasedOn, GrantsJson.Of(role.Grants), role.Plans, role.AssignableBy, role.Version);
}
