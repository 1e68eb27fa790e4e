using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>How an action is held: under one of the roles' conditions, and one of a project's ceiling; null where there are none.</summary>
internal sealed record Holding(ConditionTerms? Roles, ConditionTerms? Ceiling)
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

    /// <summary>Whether whoever has the first has at least as much: for each way to hold the second, a way that asks for nothing more.</summary>
    public static bool Covers(Holding? own, Holding given) =>
        own is { } mine && given.Ways().All(way => mine.Ways().Any(other => other.IsWithin(way)));

    private static Holding? Of(
        PermissionSet permissions, ActionSet given, ConditionTable givenWhen, Access access, ActionHandle action, string? project)
    {
        var conditions = givenWhen.Find(action);
        if (conditions is null && !given.Has(action)) return null;
        if (project is null || permissions.IsAdmin) return new Holding(conditions, null);
        var scope = access.IndexOfScope(project);
        if (scope < 0 || permissions.Projects[scope].Has(action)) return new Holding(conditions, null);
        return permissions.ProjectsWhen[scope].Find(action) is { } ceiling ? new Holding(conditions, ceiling) : null;
    }

    private IEnumerable<Way> Ways() =>
        from role in Terms(Roles)
        from ceiling in Terms(Ceiling)
        select new Way(role, ceiling);

    private static ImmutableArray<ConditionTerm?> Terms(ConditionTerms? terms) => terms is null ? [null] : [.. terms.Any];

    /// <summary>Conditions that must all hold.</summary>
    private readonly record struct Way(ConditionTerm? Role, ConditionTerm? Ceiling)
    {
        /// <summary>Whether each condition of this is one of the other's, too: then whoever meets the other's has at least as much.</summary>
        public bool IsWithin(Way other) => other.Has(Role) && other.Has(Ceiling);

        private bool Has(ConditionTerm? term) => term is null || AreSame(term, Role) || AreSame(term, Ceiling);

        private static bool AreSame(ConditionTerm one, ConditionTerm? other) =>
            one.When.Equals(other?.When) && (!one.AsksForRole || string.Equals(one.Role, other.Role, StringComparison.Ordinal));
    }
}
