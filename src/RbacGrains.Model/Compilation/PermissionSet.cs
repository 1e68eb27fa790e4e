using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>What an access amounts to under one policy: a decision on it is a bit test.</summary>
/// <param name="Policy">The policy that it was compiled under, and is valid for.</param>
/// <param name="IsAdmin">Whether the role is an admin's.</param>
/// <param name="Granted">What role, grants and groups give together, before the plan and the gates close anything.</param>
/// <param name="Held">What of it is held in the organization.</param>
/// <param name="Projects">The ceiling inside each project, parallel to <see cref="Access.Projects"/>; empty for admins.</param>
internal sealed record PermissionSet(
    Policy Policy, bool IsAdmin, ActionSet Granted, ActionSet Held, ImmutableArray<ActionSet> Projects)
{
    /// <summary>What roles give beyond that under conditions, before the plan and the gates close anything.</summary>
    public ConditionTable GrantedWhen { get; init; } = ConditionTable.None;

    /// <summary>What of it is held in the organization.</summary>
    public ConditionTable HeldWhen { get; init; } = ConditionTable.None;

    /// <summary>What lies within each project's ceiling under conditions, parallel to <see cref="Projects"/>.</summary>
    public ImmutableArray<ConditionTable> ProjectsWhen { get; init; } = [];

    /// <summary>Whether an action is held inside a project, whatever its properties.</summary>
    public bool AllowsWithin(Access access, ActionHandle action, string project, TimeProvider clock)
    {
        if (!Held.Has(action)) return false;
        if (IsAdmin) return true;
        var scope = access.IndexOfScope(project);
        if (scope < 0) return true;
        if (access.Projects[scope].ExpiresAt is { } end && clock.GetUtcNow() >= end) return false;
        return Projects[scope].Has(action);
    }
}
