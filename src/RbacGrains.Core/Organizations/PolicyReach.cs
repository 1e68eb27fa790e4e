using System.Collections.Immutable;
using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>
/// Whom a change of policy can affect, told by their roles alone: those of roles that give something else then or are given up for others, and
/// those for whom another gate is open, as their own or through a group. It includes everybody who is affected, and few others. It is for
/// previews; <see cref="RoleReach"/> is for what the change of known roles takes away. Asked by one at a time.
/// </summary>
/// <param name="before">The policy before.</param>
/// <param name="after">The policy after.</param>
/// <param name="reassign">The roles that are given instead.</param>
/// <param name="groups">The role of each group that has one.</param>
internal sealed class PolicyReach(
    Policy before, Policy after, ImmutableSortedDictionary<string, string> reassign, IReadOnlyDictionary<string, string> groups)
{
    private readonly Dictionary<string, bool> _moved = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _gated = new(StringComparer.Ordinal);

    /// <summary>Whether it can affect a member. Gates ask for the member's own role, which is the first, and for those of groups.</summary>
    public bool Includes(DirectorySummary summary)
    {
        if (summary.Suspended || summary.Roles.IsEmpty) return false;
        if (Known(_gated, summary.Roles[0], IsGated)) return true;
        foreach (var role in summary.Roles)
            if (Known(_moved, role, IsMoved)) return true;
        foreach (var group in summary.Groups)
            if (groups.TryGetValue(group, out var role) && (Known(_gated, role, IsGated) || Known(_moved, role, IsMoved))) return true;
        return false;
    }

    private bool IsMoved(string role) =>
        reassign.ContainsKey(role) || Narrowing.Affects(before, after, role) || Narrowing.Affects(after, before, role);

    private bool IsGated(string role) => !before.GatesClosedTo([role]).SequenceEqual(after.GatesClosedTo([role]));

    private static bool Known(Dictionary<string, bool> known, string role, Func<string, bool> find) =>
        known.TryGetValue(role, out var found) ? found : known[role] = find(role);
}
