using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>
/// The decision: Policy x Access x action (x project), and the time for what expires. Nothing else is consulted, nothing is
/// awaited, nothing is allocated once a pair of Policy and Access has met.
/// </summary>
public static class Evaluator
{
    /// <summary>
    /// Whether the user may do something, in the organization or within one of its projects, whatever its properties: what is held under a
    /// condition only is not allowed here.
    /// </summary>
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
        Policy policy, Access? access, ImmutableArray<ActionHandle> actions, string? project, TimeProvider clock, out ActionHandle decisive) =>
        Decide(policy, access, actions, project, facts: null, clock, out decisive);

    /// <inheritdoc cref="Decide(Policy, Access?, ImmutableArray{ActionHandle}, string?, TimeProvider, out ActionHandle)"/>
    /// <param name="policy">What the organization's members are judged by.</param>
    /// <param name="access">What the user holds there; null for somebody who is no member.</param>
    /// <param name="actions">The actions, at least one.</param>
    /// <param name="project">The project the actions are in; null for the organization itself.</param>
    /// <param name="facts">What conditions are judged by; null when nothing was said, and then no condition holds.</param>
    /// <param name="clock">Read only where something can expire.</param>
    /// <param name="decisive">The action that was decisive.</param>
    public static Decision Decide(
        Policy policy,
        Access? access,
        ImmutableArray<ActionHandle> actions,
        string? project,
        ConditionFacts? facts,
        TimeProvider clock,
        out ActionHandle decisive)
    {
        var decision = default(Decision);
        decisive = default;
        foreach (var action in actions)
        {
            decisive = action;
            decision = Decide(policy, access, action, project, facts, clock);
            if (!decision.Allowed) return decision;
        }
        return decision;
    }

    /// <summary>The same decision with its reason and versions.</summary>
    public static Decision Decide(Policy policy, Access? access, ActionHandle action, string? project, TimeProvider clock) =>
        Decide(policy, access, action, project, facts: null, clock);

    /// <summary>The decision on something whose properties are known, so that conditions can be judged.</summary>
    /// <param name="policy">What the organization's members are judged by.</param>
    /// <param name="access">What the user holds there; null for somebody who is no member.</param>
    /// <param name="action">The action, resolved against <paramref name="policy"/>'s model.</param>
    /// <param name="project">The project the action is in; null for the organization itself.</param>
    /// <param name="facts">What conditions are judged by; null when nothing was said, and then no condition holds.</param>
    /// <param name="clock">Read only where something can expire.</param>
    public static Decision Decide(
        Policy policy, Access? access, ActionHandle action, string? project, ConditionFacts? facts, TimeProvider clock) =>
        access is null
            ? Decision.NotMember(policy.Version)
            : new Decision(ReasonFor(policy, access, action, project, facts, clock), policy.Version, access.Version);

    /// <summary>Whose stored properties the decision on an action can depend on: none but for conditions.</summary>
    public static PropertyNeeds NeedsOf(Policy policy, Access access, ActionHandle action)
    {
        ArgumentNullException.ThrowIfNull(access);
        var permissions = access.Under(policy);
        var needs = permissions.HeldWhen.Find(action) is { } conditions ? NeedsOf(conditions) : PropertyNeeds.None;
        foreach (var ceilings in permissions.ProjectsWhen)
            if (ceilings.Find(action) is { } ceiling) needs |= NeedsOf(ceiling);
        return needs;
    }

    private static PropertyNeeds NeedsOf(ConditionTerms conditions)
    {
        var needs = PropertyNeeds.None;
        foreach (var path in conditions.Reads())
            needs |= path.Owner switch
            {
                PropertyOwner.Subject => PropertyNeeds.Subject,
                PropertyOwner.Resource => PropertyNeeds.Resource,
                _ => PropertyNeeds.None,
            };
        return needs;
    }

    private static DecisionReason ReasonFor(
        Policy policy, Access access, ActionHandle action, string? project, ConditionFacts? facts, TimeProvider clock)
    {
        if (access.Suspended) return DecisionReason.Suspended;
        if (access.ExpiresAt is { } end && clock.GetUtcNow() >= end) return DecisionReason.Expired;
        var permissions = access.Under(policy);
        if (!permissions.Held.Has(action))
        {
            if (permissions.HeldWhen.Find(action) is not { } conditions)
                return permissions.Granted.Has(action) || permissions.GrantedWhen.Find(action) is not null
                    ? DecisionReason.Gated
                    : DecisionReason.NotGranted;
            if (facts is null || !conditions.Hold(facts)) return DecisionReason.ConditionNotMet;
        }
        if (project is not null && Ceiling(permissions, access, action, project, facts, clock) is { } restricted) return restricted;
        return permissions.IsAdmin ? DecisionReason.Admin : DecisionReason.Granted;
    }

    /// <summary>How a project's ceiling restricts what is held in the organization; null when it does not.</summary>
    private static DecisionReason? Ceiling(
        PermissionSet permissions, Access access, ActionHandle action, string project, ConditionFacts? facts, TimeProvider clock)
    {
        if (permissions.IsAdmin || access.IndexOfScope(project) is not (>= 0 and var scope)) return null;
        if (access.Projects[scope].ExpiresAt is { } end && clock.GetUtcNow() >= end) return DecisionReason.OutsideProjectScope;
        if (permissions.Projects[scope].Has(action)) return null;
        if (permissions.ProjectsWhen[scope].Find(action) is not { } conditions) return DecisionReason.OutsideProjectScope;
        // The ceiling is judged as its own role's holder would be.
        return facts is not null && conditions.Hold(facts) ? null : DecisionReason.ConditionNotMet;
    }
}
