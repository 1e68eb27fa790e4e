using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>Nobody grants what they do not hold: what a change gives, compared with what its maker has.</summary>
public static class Containment
{
    /// <summary>What a change of somebody's access gives that the giver does not hold.</summary>
    /// <param name="policy">The organization's policy.</param>
    /// <param name="giver">What the giving member holds.</param>
    /// <param name="before">The receiver's access before; null for somebody new.</param>
    /// <param name="after">The receiver's access after.</param>
    /// <param name="now">The moment: what was expired or suspended before is given anew when it is no longer.</param>
    /// <returns>Actions, or the id of an admin role; empty when all is within the giver's own.</returns>
    public static ImmutableArray<string> Beyond(Policy policy, Access giver, Access? before, Access after, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(giver);
        ArgumentNullException.ThrowIfNull(after);
        var own = giver.Under(policy);
        if (own.IsAdmin) return [];

        var had = before is null || !before.IsActive(now) || before.ExpiresAt != after.ExpiresAt ? null : before;
        var isAdmin = after.Under(policy).IsAdmin;
        if (isAdmin && had?.Under(policy).IsAdmin is not true) return [after.Role];
        if (isAdmin) return [];

        // Inside a project the giver may hold less than elsewhere, and so can give less there.
        return [.. after.Projects.Concat(giver.Projects)
            .Select(scope => scope.Project)
            .Prepend(null)
            .Distinct(StringComparer.Ordinal)
            .SelectMany(project => Given(policy, had, after, project)
                .Where(action => !Covers(HoldingOf(policy, giver, action, project), HoldingOf(policy, after, action, project)!)))
            .Distinct()
            .Select(action => policy.Model.Actions[action])];
    }

    /// <summary>What a change of a group gives to its members that the giver does not hold, whatever each of them holds otherwise.</summary>
    /// <param name="policy">The organization's policy.</param>
    /// <param name="giver">What the giving member holds.</param>
    /// <param name="before">What the group gave before; null for what gave nothing.</param>
    /// <param name="after">What the group gives after.</param>
    /// <param name="now">The moment.</param>
    public static ImmutableArray<string> Beyond(Policy policy, Access giver, GroupGrants? before, GroupGrants after, DateTimeOffset now) =>
        Beyond(policy, giver, before is null ? null : OnlyIn(before), OnlyIn(after), now);

    /// <summary>An access that holds only what a group gives: no role has an empty id, so that one gives nothing.</summary>
    public static Access OnlyIn(GroupGrants group) => new() { Role = "", Groups = [group] };

    private static IEnumerable<ActionHandle> Given(Policy policy, Access? before, Access after, string? project)
    {
        var permissions = after.Under(policy);
        return permissions.Granted.Items().Concat(permissions.GrantedWhen.Actions).Where(action =>
        {
            var given = HoldingOf(policy, after, action, project);
            return given is not null && (before is null || !Covers(HoldingOf(policy, before, action, project), given));
        });
    }

    // Whoever gives it in one way must hold it in a way that asks for nothing more.
    private static bool Covers(Holding? own, Holding given) =>
        own is { } mine && given.Ways().All(way => mine.Ways().Any(other => other.IsWithin(way)));

    // Also what is gated now counts: a change of plan would open it to the receiver.
    private static Holding? HoldingOf(Policy policy, Access access, ActionHandle action, string? project)
    {
        var permissions = access.Under(policy);
        var conditions = permissions.GrantedWhen.Find(action);
        if (conditions is null && !permissions.Granted.Has(action)) return null;
        if (project is null || permissions.IsAdmin) return new Holding(conditions, null);
        var scope = access.IndexOfScope(project);
        if (scope < 0 || permissions.Projects[scope].Has(action)) return new Holding(conditions, null);
        return permissions.ProjectsWhen[scope].Find(action) is { } ceiling ? new Holding(conditions, ceiling) : null;
    }

    /// <summary>How an action is held: under one of the roles' conditions, and one of a project's ceiling; null where there are none.</summary>
    private sealed record Holding(ConditionTerms? Roles, ConditionTerms? Ceiling)
    {
        /// <summary>Each way to meet the conditions.</summary>
        public IEnumerable<Way> Ways() =>
            from role in Terms(Roles)
            from ceiling in Terms(Ceiling)
            select new Way(role, ceiling);

        private static ImmutableArray<ConditionTerm?> Terms(ConditionTerms? terms) => terms is null ? [null] : [.. terms.Any];
    }

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
