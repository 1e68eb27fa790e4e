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
            .SelectMany(project => Given((policy, had, policy, after), project)
                .Where(given => !Holding.Covers(Holding.Granted(policy, giver, given.Action, project), given.Holding)))
            .Select(given => given.Action)
            .Distinct()
            .Select(action => policy.Model.Actions[action])];
    }

    /// <summary>
    /// What a change of roles lets their holders do that the giver does not hold, on whichever plan: a role that is not offered now may be
    /// offered later, to whoever holds it then.
    /// </summary>
    /// <param name="present">The organization's policy, by which the giver is judged.</param>
    /// <param name="giver">What the changing member holds.</param>
    /// <param name="next">The policy to be.</param>
    /// <param name="roles">The roles that the change bears on.</param>
    /// <returns>Actions; empty when all is within the giver's own.</returns>
    public static ImmutableArray<string> Beyond(Policy present, Access giver, Policy next, IEnumerable<string> roles)
    {
        ArgumentNullException.ThrowIfNull(present);
        ArgumentNullException.ThrowIfNull(giver);
        ArgumentNullException.ThrowIfNull(next);
        if (giver.Under(present).IsAdmin) return [];
        var places = giver.Projects.Select(scope => scope.Project).Prepend(null).Distinct(StringComparer.Ordinal).ToList();
        var changes = from plan in present.Model.Plans
                      let was = new Policy(present.Model, plan.Id, present.Version, present.CustomRoles)
                      let willBe = new Policy(next.Model, plan.Id, next.Version, next.CustomRoles)
                      from role in roles
                      select (was, new Access { Role = role }, willBe, new Access { Role = role });
        return [.. changes
            .SelectMany(change => places.SelectMany(project => Given(change, project)
                .Where(given => !Holding.Covers(Holding.Granted(present, giver, given.Action, project), given.Holding))))
            .Select(given => given.Action)
            .Distinct()
            .Select(action => present.Model.Actions[action])];
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

    private static IEnumerable<(ActionHandle Action, Holding Holding)> Given(
        (Policy Was, Access? Before, Policy WillBe, Access After) change, string? project)
    {
        var (was, before, willBe, after) = change;
        var permissions = after.Under(willBe);
        foreach (var action in permissions.Granted.Items().Concat(permissions.GrantedWhen.Actions))
            if (Holding.Granted(willBe, after, action, project) is { } given
                && (before is null || !Holding.Covers(Holding.Granted(was, before, action, project), given)))
                yield return (action, given);
    }
}
