using RbacGrains.Core;

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
    long PolicyVersion)
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
        view.PolicyVersion);
}
