using System.Collections.Immutable;

namespace RbacGrains.Contract.Tests.Previews;

/// <summary>The gains, or the losses, of one member in a preview, read as its documentation says.</summary>
internal sealed class Turns(ImmutableArray<DecisionChange> changes)
{
    /// <summary>Whether a decision turns.</summary>
    public bool Happens(string action, string? project, Circumstance? circumstance) =>
        Find([.. changes.Where(change => change.Action == action)], project) is { } change
        && (change.Condition is not { } condition || circumstance?.Meets(condition) is true);

    // A project's own change; else that of all others, where it is not left out; else that of the organization.
    private static DecisionChange? Find(DecisionChange[] of, string? project)
    {
        var wide = of.SingleOrDefault(change => change.Project is null);
        if (project is null) return wide;
        if (of.SingleOrDefault(change => change.Project == project) is { } own) return own;
        if (of.SingleOrDefault(change => change.Project == ProjectScope.Others) is { } others) return others.Except.Contains(project) ? null : others;
        return wide is null || wide.Except.Contains(project) || wide.Except.Contains(ProjectScope.Others) ? null : wide;
    }
}
