using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>
/// Whom the narrowing of roles can take something from, told by their roles alone. It includes everybody who loses something, and few others.
/// </summary>
internal sealed class RoleReach(Policy before, Policy after, IEnumerable<string> affected)
{
    private readonly HashSet<string> _narrowed = new(affected.Where(role => Narrowing.Affects(before, after, role)), StringComparer.Ordinal);

    /// <summary>Whether nobody loses anything.</summary>
    public bool IsNone => _narrowed.Count == 0;

    /// <summary>Whether it can take something from a member.</summary>
    public bool Includes(DirectorySummary summary) => summary.Roles.Any(_narrowed.Contains);
}
