using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>
/// Nobody grants what they do not hold: whether what one access would give lies within what another holds in the
/// organization, before the moment (suspension, expiry) is looked at.
/// </summary>
public static class Containment
{
    /// <summary>The actions that a role and grants would give and that the giver does not hold; empty when all is within.</summary>
    /// <param name="policy">The organization's policy.</param>
    /// <param name="giver">What the giving member holds.</param>
    /// <param name="role">The role to be given; null for none.</param>
    /// <param name="grants">The grants to be given.</param>
    public static ImmutableArray<string> Beyond(Policy policy, Access giver, string? role, Grants grants)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(giver);
        var held = giver.Under(policy);
        if (held.IsAdmin) return [];
        // Also what is gated now: a change of plan would open it to the receiver, not to the giver.
        var given = PermissionCompiler.Union(policy, role, grants);
        return given.IsSubsetOf(held.Granted)
            ? []
            : [.. given.Items().Where(action => !held.Granted.Has(action)).Select(action => policy.Model.Actions[action])];
    }
}
