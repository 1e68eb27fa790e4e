using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>
/// The decision: Policy x Access x action (x project), and the time for what expires. Nothing else is consulted, nothing is
/// awaited, nothing is allocated once a pair of Policy and Access has met.
/// </summary>
public static class Evaluator
{
    /// <summary>Whether the user may do something, in the organization or within one of its projects.</summary>
    /// <param name="policy">What the organization's members are judged by.</param>
    /// <param name="access">What the user holds there; null for somebody who is no member.</param>
    /// <param name="action">The action, resolved against <paramref name="policy"/>'s model.</param>
    /// <param name="project">The project the action is in; null for the organization itself.</param>
    /// <param name="clock">Read only where something can expire.</param>
    public static bool Allows(Policy policy, Access? access, ActionHandle action, string? project, TimeProvider clock)
    {
        if (access is null || access.Suspended) return false;
        if (access.ExpiresAt is { } end && clock.GetUtcNow() >= end) return false;
        var permissions = access.Under(policy);
        return project is null || access.Projects.IsEmpty
            ? permissions.Held.Has(action)
            : permissions.AllowsWithin(access, action, project, clock);
    }

    /// <summary>
    /// As <see cref="Allows(Policy, Access?, ActionHandle, string?, TimeProvider)"/>, by the action's name, or by an area at a level
    /// (<c>knowledge/faqs@edit</c>), which is allowed when every action is that the level stands for.
    /// </summary>
    /// <returns>False, too, for what the model does not have: nothing is allowed that is not granted.</returns>
    public static bool Allows(Policy policy, Access? access, string action, string? project, TimeProvider clock) =>
        policy.Model.Actions.TryFind(action, out var handle)
            ? Allows(policy, access, handle, project, clock)
            : policy.Model.LevelTable.TryFind(action, out var actions) && Allows(policy, access, actions, project, clock);

    /// <summary>Whether the user may do all of several things.</summary>
    public static bool Allows(Policy policy, Access? access, ImmutableArray<ActionHandle> actions, string? project, TimeProvider clock)
    {
        foreach (var action in actions)
            if (!Allows(policy, access, action, project, clock)) return false;
        return !actions.IsDefaultOrEmpty;
    }

    /// <summary>The decision on all of several things: the first that is denied, or else the last.</summary>
    /// <param name="policy">What the organization's members are judged by.</param>
    /// <param name="access">What the user holds there; null for somebody who is no member.</param>
    /// <param name="actions">The actions, at least one.</param>
    /// <param name="project">The project the actions are in; null for the organization itself.</param>
    /// <param name="clock">Read only where something can expire.</param>
    /// <param name="decisive">The action that was decisive.</param>
    public static Decision Decide(
        Policy policy, Access? access, ImmutableArray<ActionHandle> actions, string? project, TimeProvider clock, out ActionHandle decisive)
    {
        var decision = default(Decision);
        decisive = default;
        foreach (var action in actions)
        {
            decisive = action;
            decision = Decide(policy, access, action, project, clock);
            if (!decision.Allowed) return decision;
        }
        return decision;
    }

    /// <summary>The same decision with its reason and versions.</summary>
    public static Decision Decide(Policy policy, Access? access, ActionHandle action, string? project, TimeProvider clock) =>
        access is null
            ? Decision.NotMember(policy.Version)
            : new Decision(ReasonFor(policy, access, action, project, clock), policy.Version, access.Version);

    private static DecisionReason ReasonFor(
        Policy policy, Access access, ActionHandle action, string? project, TimeProvider clock)
    {
        if (access.Suspended) return DecisionReason.Suspended;
        if (access.ExpiresAt is { } end && clock.GetUtcNow() >= end) return DecisionReason.Expired;
        var permissions = access.Under(policy);
        if (!permissions.Held.Has(action))
            return permissions.Granted.Has(action) ? DecisionReason.Gated : DecisionReason.NotGranted;
        if (project is not null && !permissions.AllowsWithin(access, action, project, clock))
            return DecisionReason.OutsideProjectScope;
        return permissions.IsAdmin ? DecisionReason.Admin : DecisionReason.Granted;
    }
}
