using System.Collections.Immutable;
using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>
/// Whom a change of plan can affect, told by their roles alone: those of roles that come, go or are given instead, and those for whom another
/// gate is open. It includes everybody who is affected, and few others. Asked by one at a time.
/// </summary>
internal sealed class PlanReach(Policy before, Policy after, ImmutableSortedDictionary<string, string> reassign)
{
    private readonly Dictionary<string, bool> _moved = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _gated = new(StringComparer.Ordinal);

    /// <summary>Whether it can affect a member. Gates ask for the member's own role, which is the first.</summary>
    public bool Includes(DirectorySummary summary)
    {
        if (summary.Suspended || summary.Roles.IsEmpty) return false;
        if (Known(_gated, summary.Roles[0], IsGated)) return true;
        foreach (var role in summary.Roles)
            if (Known(_moved, role, IsMoved)) return true;
        return false;
    }

    private bool IsMoved(string role) =>
        reassign.ContainsKey(role) || before.FindOfferedRole(role) is null != (after.FindOfferedRole(role) is null);

    private bool IsGated(string role) => !before.GatesClosedTo(role).SequenceEqual(after.GatesClosedTo(role));

    private static bool Known(Dictionary<string, bool> known, string role, Func<string, bool> find) =>
        known.TryGetValue(role, out var found) ? found : known[role] = find(role);
}
