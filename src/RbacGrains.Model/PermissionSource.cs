using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>One thing that gives a member something, and what it gives by itself before anything restricts it.</summary>
/// <param name="Kind">One of <see cref="RoleKind"/>, <see cref="GrantsKind"/> and <see cref="GroupKind"/>.</param>
/// <param name="Id">The role's or the group's id; empty for the member's own grants.</param>
/// <param name="Actions">Every action that it gives, in the model's order; not those that it gives under a condition only.</param>
/// <param name="Areas">The areas and sub-areas above the lowest level, each with the level that it gives, in the model's order.</param>
public sealed record PermissionSource(string Kind, string Id, ImmutableArray<string> Actions, ImmutableArray<Grant> Areas)
{
    /// <summary>The member's own role.</summary>
    public const string RoleKind = "role";

    /// <summary>The member's own grants.</summary>
    public const string GrantsKind = "grants";

    /// <summary>A group of the member.</summary>
    public const string GroupKind = "group";

    /// <summary>The sources of an access: its role, its grants where there are any, and each of its groups.</summary>
    internal static IEnumerable<PermissionSource> Of(Policy policy, Access access)
    {
        yield return Of(policy, RoleKind, access.Role, policy.FindOfferedRole(access.Role), Grants.Empty);
        if (!access.Grants.IsEmpty) yield return Of(policy, GrantsKind, "", null, access.Grants);
        foreach (var group in access.Groups)
            yield return Of(policy, GroupKind, group.Group, policy.FindRoleOfGroup(group.Role), group.Grants);
    }

    private static PermissionSource Of(Policy policy, string kind, string id, Role? role, Grants grants)
    {
        var model = policy.Model;
        var levels = AreaLevels.Of(model, role, grants);
        return new PermissionSource(
            kind,
            id,
            [.. PermissionCompiler.Union(model, role, grants).Items().Select(action => model.Actions[action])],
            [.. model.AreaTable.All.Select((area, index) => (area.Id, Level: levels[index]))
                .Where(area => area.Level > 0)
                .Select(area => new Grant(area.Id, model.Levels[area.Level].Id))]);
    }
}
