using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>
/// Turns an access into bits: the sources (role, grants, groups) by the most permissive, then the ceilings (plan, gates, project
/// scopes), which only restrict. Suspension and expiry depend on the moment and are judged by <see cref="Evaluator"/>; so do conditions,
/// which are kept beside the bits.
/// </summary>
internal static class PermissionCompiler
{
    public static PermissionSet Compile(Policy policy, Access access)
    {
        var model = policy.Model;
        var own = policy.FindOfferedRole(access.Role);
        ImmutableArray<Role> ofGroups = [.. access.Groups.Select(group => policy.FindRoleOfGroup(group.Role)).OfType<Role>()];
        var isAdmin = own is { IsAdmin: true };
        var granted = Union(model, own, access.Grants);
        // Each group for itself: what a role withdraws it withdraws from what it is based on, not from other sources.
        foreach (var group in access.Groups) granted.AddAll(Union(model, policy.FindRoleOfGroup(group.Role), group.Grants));

        var conditions = ConditionTable.Of(model, ofGroups.Prepend(own), granted);
        var closed = policy.GatesClosedTo([access.Role, .. ofGroups.Select(role => role.Id)])
            .SelectMany(gate => gate.Actions).Select(model.Actions.Resolve).ToList();
        ImmutableArray<Role?> ofScopes = isAdmin ? [] : [.. access.Projects.Select(scope => policy.FindOfferedRole(scope.Role))];
        ImmutableArray<ActionSet> projects = [.. ofScopes.Select((role, index) => Union(model, role, access.Projects[index].Grants))];
        return new PermissionSet(policy, isAdmin, granted, Open(granted, closed), projects)
        {
            GrantedWhen = conditions,
            HeldWhen = conditions.Without(closed),
            ProjectsWhen = [.. ofScopes.Select((role, index) => ConditionTable.Of(model, [role], projects[index]))],
        };
    }

    /// <summary>What a role that is offered, or none, and grants give together without a condition.</summary>
    public static ActionSet Union(AuthorizationModel model, Role? role, Grants grants)
    {
        var actions = new ActionSet(model.Actions.Count);
        if (role is { IsAdmin: true })
        {
            actions.AddAll();
            return actions;
        }
        if (role is not null)
        {
            AddGrants(model, role.Grants, actions);
            foreach (var action in role.Withdrawn) actions.Remove(model.Actions.Resolve(action));
        }
        AddGrants(model, grants, actions);
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
