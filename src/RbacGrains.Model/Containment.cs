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
            .SelectMany(project => Given(policy, had, after, project).Where(action => !Holds(policy, giver, action, project)))
            .Distinct()
            .Select(action => policy.Model.Actions[action])];
    }

    private static IEnumerable<ActionHandle> Given(Policy policy, Access? before, Access after, string? project) =>
        after.Under(policy).Granted.Items()
            .Where(action => Holds(policy, after, action, project) && (before is null || !Holds(policy, before, action, project)));

    // Also what is gated now counts: a change of plan would open it to the receiver.
    private static bool Holds(Policy policy, Access access, ActionHandle action, string? project)
    {
        var permissions = access.Under(policy);
        if (!permissions.Granted.Has(action)) return false;
        if (project is null || permissions.IsAdmin) return true;
        var scope = access.IndexOfScope(project);
        return scope < 0 || permissions.Projects[scope].Has(action);
    }
}
