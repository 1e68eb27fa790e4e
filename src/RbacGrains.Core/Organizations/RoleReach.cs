using System.Collections.Immutable;
using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>
/// Whom the narrowing of roles can take something from, told by their own roles alone. It includes everybody who loses something by those, and few
/// others. It is for a change of roles itself, where the roles are known and only losses count: it says at once whether anybody need be looked at,
/// and which groups to ask for. <see cref="PolicyReach"/> is for previews, of whatever changes a policy: gains and gates count there, too.
/// </summary>
internal sealed class RoleReach(Policy before, Policy after, IEnumerable<string> affected)
{
    /// <summary>The roles that give less than before.</summary>
    public ImmutableHashSet<string> Narrowed { get; } =
        affected.Where(role => Narrowing.Affects(before, after, role)).ToImmutableHashSet(StringComparer.Ordinal);

    /// <summary>Whether nobody loses anything.</summary>
    public bool IsNone => Narrowed.IsEmpty;

    /// <summary>Whether it can take something from a member by the member's own role or ceilings; what groups give is not looked at.</summary>
    public bool Includes(DirectorySummary summary) => summary.Roles.Any(Narrowed.Contains);
}
