namespace RbacGrains.Model.Tests.Evaluation;

/// <summary>
/// The semantics of DESIGN.md written down a second time, as sentences rather than as bits, to hold the evaluator to.
/// </summary>
internal static class Definition
{
    public static bool Allows(AuthorizationModel model, string plan, Access access, string action, string? project, DateTimeOffset now)
    {
        if (access.Suspended || now >= access.ExpiresAt) return false;
        var isAdmin = Offered(model, plan, access.Role) is { IsAdmin: true };
        if (Closed(model, plan, [access.Role, .. access.Groups.Select(group => RoleOf(model, plan, group)).OfType<string>()], action)) return false;
        if (isAdmin) return true;
        if (!Gives(model, plan, access.Role, access.Grants, action)
            && !access.Groups.Any(group => Gives(model, plan, RoleOf(model, plan, group), group.Grants, action)))
            return false;
        if (project is null) return true;
        var scope = access.Projects.FirstOrDefault(scope => scope.Project == project)
            ?? access.Projects.FirstOrDefault(scope => scope.Project == ProjectScope.Others);
        return scope is null || (!(now >= scope.ExpiresAt) && Gives(model, plan, scope.Role, scope.Grants, action));
    }

    private static Role? Offered(AuthorizationModel model, string plan, string? role) =>
        model.Roles.SingleOrDefault(candidate => candidate.Id == role && (candidate.Plans.IsEmpty || candidate.Plans.Contains(plan)));

    private static string? RoleOf(AuthorizationModel model, string plan, GroupGrants group) =>
        Offered(model, plan, group.Role) is { IsAdmin: false } role ? role.Id : null;

    private static bool Closed(AuthorizationModel model, string plan, string[] roles, string action) =>
        model.Gates.Any(gate => gate.Actions.Contains(action)
            && !((gate.Plans.IsEmpty || gate.Plans.Contains(plan)) && (gate.Roles.IsEmpty || roles.Any(gate.Roles.Contains))));

    private static bool Gives(AuthorizationModel model, string plan, string? roleId, Grants grants, string action)
    {
        var role = Offered(model, plan, roleId);
        return role is { IsAdmin: true } || Gives(model, grants, action) || (role is not null && Gives(model, role.Grants, action));
    }

    private static bool Gives(AuthorizationModel model, Grants grants, string action)
    {
        if (grants[action] is not null) return true;
        var colon = action.IndexOf(':', StringComparison.Ordinal);
        var area = action[..colon];
        return model.AreaTable.All.Any(known => known.Id == area)
            && model.Levels[Rank(model, grants, area)].Verbs.Contains(action[(colon + 1)..]);
    }

    private static int Rank(AuthorizationModel model, Grants grants, string area)
    {
        var own = grants[area] is { } level ? model.RankOf(level) : (int?)null;
        var slash = area.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0) return own ?? 0;
        var parent = Rank(model, grants, area[..slash]);
        return model.Inheritance == Inheritance.Cap ? Math.Min(parent, own ?? parent) : own ?? parent;
    }
}
