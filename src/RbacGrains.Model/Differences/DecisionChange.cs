using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>
/// One decision that a change turns: what was denied is allowed then, or the reverse. Without a project it turns in the organization itself
/// and in its projects, but for those of <see cref="Except"/>; with one it turns there.
/// </summary>
/// <param name="Action">The action.</param>
/// <param name="Project">The project, <see cref="ProjectScope.Others"/> for all that have no ceiling of their own; null for the organization.</param>
/// <param name="Condition">In which circumstances it turns, in words; null for all.</param>
public sealed record DecisionChange(string Action, string? Project, string? Condition)
{
    /// <summary>
    /// Projects in which it does not turn so, in ordinal order. Where <see cref="ProjectScope.Others"/> is among them, it turns in no project but
    /// those that have a change of their own.
    /// </summary>
    public ImmutableArray<string> Except { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(DecisionChange? other) =>
        other is not null
        && string.Equals(Action, other.Action, StringComparison.Ordinal)
        && string.Equals(Project, other.Project, StringComparison.Ordinal)
        && string.Equals(Condition, other.Condition, StringComparison.Ordinal)
        && Except.SequenceEqual(other.Except);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Action, Project, Condition, Except.Length);
}
