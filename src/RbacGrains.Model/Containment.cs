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
                .Where(action => !Covers(HoldingOf(policy, giver, action, project), HoldingOf(policy, after, action, project)!.Value)))
            .Distinct()
            .Select(action => policy.Model.Actions[action])];
    }

    private static IEnumerable<ActionHandle> Given(Policy policy, Access? before, Access after, string? project)
    {
        var permissions = after.Under(policy);
        return permissions.Granted.Items().Concat(permissions.GrantedWhen.Actions).Where(action =>
        {
            var given = HoldingOf(policy, after, action, project);
            return given is not null && (before is null || !Covers(HoldingOf(policy, before, action, project), given.Value));
        });
    }

    // The conditions under which something is held must all hold; whoever has no others to meet has at least as much.
    private static bool Covers(Holding? own, Holding given) => own is { } mine && mine.IsWithin(given);

    // Also what is gated now counts: a change of plan would open it to the receiver.
    private static Holding? HoldingOf(Policy policy, Access access, ActionHandle action, string? project)
    {
        var permissions = access.Under(policy);
        var condition = permissions.GrantedWhen.Find(action);
        if (condition is null && !permissions.Granted.Has(action)) return null;
        var held = Terms.Of(condition, access.Role);
        if (project is null || permissions.IsAdmin) return new Holding(held, null);
        var scope = access.IndexOfScope(project);
        if (scope < 0 || permissions.Projects[scope].Has(action)) return new Holding(held, null);
        return permissions.ProjectsWhen[scope].Find(action) is { } ceiling
            ? new Holding(held, Terms.Of(ceiling, access.Projects[scope].Role!))
            : null;
    }

    /// <summary>Under which conditions an action is held: the role's, and that of a project's ceiling; null for none.</summary>
    private readonly record struct Holding(Terms? Role, Terms? Ceiling)
    {
        /// <summary>Whether each condition of this is one of the other's, too.</summary>
        public bool IsWithin(Holding other) => other.Has(Role) && other.Has(Ceiling);

        private bool Has(Terms? terms) => terms is null || terms == Role || terms == Ceiling;
    }

    /// <summary>A condition, and whom it is judged for where it asks for the member's role: the same words then mean another thing.</summary>
    private sealed record Terms(Condition When, string? Role)
    {
        public static Terms? Of(Condition? when, string role) => when is null
            ? null
            : new Terms(when, when.Reads().Any(path => path is { Owner: PropertyOwner.Member, Names: ["role"] }) ? role : null);
    }
}
