namespace RbacGrains.Model;

/// <summary>Whether a change of a policy takes something from somebody.</summary>
public static class Narrowing
{
    /// <summary>
    /// Whether an access allows less under another policy of the same model: an action that is not held any more in the organization
    /// or in a project, or only under another condition. The time is left aside, so who is suspended can lose, too.
    /// </summary>
    /// <param name="before">The policy so far.</param>
    /// <param name="after">The policy to be.</param>
    /// <param name="access">What a member holds.</param>
    public static bool Affects(Policy before, Policy after, Access access)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(access);
        // A copy for the other policy, so that the member's own keeps what it compiled to.
        var later = access with { };
        return access.Projects.Select(scope => scope.Project).Prepend(null).Any(project => Held(before, access).Any(action =>
            Holding.Held(before, access, action, project) is { } held
            && !Holding.Covers(Holding.Held(after, later, action, project), held)));
    }

    /// <summary>
    /// Whether a role gives less under another policy, whatever gates say: who holds it, or is limited by it in a project, may lose something.
    /// </summary>
    /// <param name="before">The policy so far.</param>
    /// <param name="after">The policy to be.</param>
    /// <param name="role">The role.</param>
    public static bool Affects(Policy before, Policy after, string role)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (was, willBe) = (new Access { Role = role }, new Access { Role = role });
        var permissions = was.Under(before);
        return permissions.Granted.Items().Concat(permissions.GrantedWhen.Actions).Any(action =>
            Holding.Granted(before, was, action, null) is { } held
            && !Holding.Covers(Holding.Granted(after, willBe, action, null), held));
    }

    private static IEnumerable<ActionHandle> Held(Policy policy, Access access)
    {
        var permissions = access.Under(policy);
        return permissions.Held.Items().Concat(permissions.HeldWhen.Actions);
    }
}
