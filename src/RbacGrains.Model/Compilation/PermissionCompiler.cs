using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>
/// Turns an access into bits: the sources (role, grants) by the most permissive, then the ceilings (plan, gates, project
/// scopes), which only restrict. Suspension and expiry depend on the moment and are judged by <see cref="Evaluator"/>; so do conditions,
/// which are kept beside the bits.
/// </summary>
internal static class PermissionCompiler
{
    public static PermissionSet Compile(Policy policy, Access access)
    {
        var granted = Union(policy, access.Role, access.Grants);
        var conditions = ConditionTable.Of(policy.Model, policy.FindOfferedRole(access.Role), granted);
        var closed = policy.GatesClosedTo(access.Role).SelectMany(gate => gate.Actions).Select(policy.Model.Actions.Resolve).ToList();
        var isAdmin = policy.FindOfferedRole(access.Role) is { IsAdmin: true };
        ImmutableArray<ActionSet> projects = isAdmin
            ? []
            : [.. access.Projects.Select(scope => Union(policy, scope.Role, scope.Grants))];
        return new PermissionSet(policy, isAdmin, granted, Open(granted, closed), projects)
        {
            GrantedWhen = conditions,
            HeldWhen = conditions.Without(closed),
            ProjectsWhen = isAdmin ? [] : [.. access.Projects.Select((scope, index) => ConditionTable.Of(
                policy.Model, scope.Role is null ? null : policy.FindOfferedRole(scope.Role), projects[index]))],
        };
    }

    /// <summary>What a role and grants give together without a condition. A role that the plan does not offer gives nothing.</summary>
    public static ActionSet Union(Policy policy, string? roleId, Grants grants)
    {
        var actions = new ActionSet(policy.Model.Actions.Count);
        var role = roleId is null ? null : policy.FindOfferedRole(roleId);
        if (role is { IsAdmin: true })
        {
            actions.AddAll();
            return actions;
        }
        if (role is not null)
        {
            AddGrants(policy.Model, role.Grants, actions);
            foreach (var action in role.Withdrawn) actions.Remove(policy.Model.Actions.Resolve(action));
        }
        AddGrants(policy.Model, grants, actions);
        return actions;
    }

    private static ActionSet Open(ActionSet granted, List<ActionHandle> closed)
    {
        if (!closed.Exists(granted.Has)) return granted;
        var open = granted.Copy();
        closed.ForEach(open.Remove);
        return open;
    }

    private static void AddGrants(AuthorizationModel model, Grants grants, ActionSet actions)
    {
        if (grants.IsEmpty) return;
        foreach (var grant in grants.Items)
            if (grant.IsAction && grant.Level == Grants.Allow && model.Actions.TryFind(grant.On, out var action))
                actions.Add(action);

        var levels = AreaLevels.Of(model, grants);
        for (var area = 0; area < levels.Length; area++)
            foreach (var verb in model.Levels[levels[area]].Verbs)
                actions.Add(model.Actions.Resolve($"{model.AreaTable.All[area].Id}:{verb}"));
    }
}
