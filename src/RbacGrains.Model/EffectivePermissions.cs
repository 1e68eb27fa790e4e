using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>Everything a user holds in an organization, or within one of its projects, at one moment.</summary>
/// <param name="Role">The role that is assigned, also while nothing is in effect.</param>
/// <param name="Actions">Every action that is allowed, in the model's order.</param>
/// <param name="Areas">Every area and sub-area with the level in effect, in the model's order; areas without access are at the lowest.</param>
/// <param name="PolicyVersion">The version of the policy that was judged by.</param>
/// <param name="AccessVersion">The version of the access that was judged.</param>
public sealed record EffectivePermissions(
    string Role,
    ImmutableArray<string> Actions,
    ImmutableArray<Grant> Areas,
    long PolicyVersion,
    long AccessVersion)
{
    /// <summary>
    /// What each source gives by itself, before anything restricts it: the role, the member's own grants, each group. Also while nothing is in
    /// effect.
    /// </summary>
    public ImmutableArray<PermissionSource> Sources { get; init; } = [];

    /// <summary>Evaluates every action and area at once.</summary>
    /// <param name="policy">What the organization's members are judged by.</param>
    /// <param name="access">What the user holds there.</param>
    /// <param name="project">A project of the organization, or null for the organization itself.</param>
    /// <param name="clock">Says what has expired.</param>
    public static EffectivePermissions Of(Policy policy, Access access, string? project, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(access);
        var model = policy.Model;
        var actions = Enumerable.Range(0, model.Actions.Count)
            .Select(index => new ActionHandle(index))
            .Where(action => Evaluator.Allows(policy, access, action, project, clock))
            .Select(action => model.Actions[action]);
        var levels = LevelsOf(policy, access, project, clock.GetUtcNow());
        var areas = model.AreaTable.All.Select((area, index) => new Grant(area.Id, model.Levels[levels[index]].Id));
        return new EffectivePermissions(access.Role, [.. actions], [.. areas], policy.Version, access.Version)
        {
            Sources = [.. PermissionSource.Of(policy, access)],
        };
    }

    private static int[] LevelsOf(Policy policy, Access access, string? project, DateTimeOffset now)
    {
        var model = policy.Model;
        if (!access.IsActive(now)) return AreaLevels.Everywhere(model, 0);
        var own = policy.FindOfferedRole(access.Role);
        var levels = access.Groups.Aggregate(AreaLevels.Of(model, own, access.Grants), (most, group) =>
            AreaLevels.Most(most, AreaLevels.Of(model, policy.FindRoleOfGroup(group.Role), group.Grants)));
        if (project is null || own is { IsAdmin: true }) return levels;
        var index = access.IndexOfScope(project);
        if (index < 0) return levels;
        var scope = access.Projects[index];
        return scope.ExpiresAt is { } end && now >= end
            ? AreaLevels.Everywhere(model, 0)
            : AreaLevels.Least(levels, AreaLevels.Of(model, policy.FindOfferedRole(scope.Role), scope.Grants));
    }
}
