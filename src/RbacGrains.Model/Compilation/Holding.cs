namespace RbacGrains.Model;

/// <summary>Under which conditions an action is held: the role's, and that of a project's ceiling; null for none.</summary>
internal readonly record struct Holding(Terms? Role, Terms? Ceiling)
{
    /// <summary>What an access holds of an action in a project, also what is gated now: a change of plan would open it. Null for nothing.</summary>
    public static Holding? Granted(Policy policy, Access access, ActionHandle action, string? project)
    {
        var permissions = access.Under(policy);
        return Of(permissions, permissions.Granted, permissions.GrantedWhen, access, action, project);
    }

    /// <summary>What an access holds of an action in a project in effect, the time aside; null for nothing.</summary>
    public static Holding? Held(Policy policy, Access access, ActionHandle action, string? project)
    {
        var permissions = access.Under(policy);
        return Of(permissions, permissions.Held, permissions.HeldWhen, access, action, project);
    }

    /// <summary>Whether whoever has the first has at least as much as the second: no other condition to meet.</summary>
    public static bool Covers(Holding? own, Holding given) => own is { } mine && mine.IsWithin(given);

    private static Holding? Of(
        PermissionSet permissions, ActionSet given, ConditionTable givenWhen, Access access, ActionHandle action, string? project)
    {
        var condition = givenWhen.Find(action);
        if (condition is null && !given.Has(action)) return null;
        var held = Terms.Of(condition, access.Role);
        if (project is null || permissions.IsAdmin) return new Holding(held, null);
        var scope = access.IndexOfScope(project);
        if (scope < 0 || permissions.Projects[scope].Has(action)) return new Holding(held, null);
        return permissions.ProjectsWhen[scope].Find(action) is { } ceiling
            ? new Holding(held, Terms.Of(ceiling, access.Projects[scope].Role!))
            : null;
    }

    // Each condition of this is one of the other's, too.
    private bool IsWithin(Holding other) => other.Has(Role) && other.Has(Ceiling);

    private bool Has(Terms? terms) => terms is null || terms == Role || terms == Ceiling;
}

/// <summary>A condition, and whom it is judged for where it asks for the member's role: the same words then mean another thing.</summary>
internal sealed record Terms(Condition When, string? Role)
{
    public static Terms? Of(Condition? when, string role) => when is null
        ? null
        : new Terms(when, when.Reads().Any(path => path is { Owner: PropertyOwner.Member, Names: ["role"] }) ? role : null);
}
