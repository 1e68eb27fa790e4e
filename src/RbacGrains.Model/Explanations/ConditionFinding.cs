using static RbacGrains.Model.ExplanationWords;

namespace RbacGrains.Model;

/// <summary>The condition under which a role gives an action, and what became of it.</summary>
/// <param name="When">The condition.</param>
/// <param name="Holds">Whether it holds; null when nothing was said that it could be judged by.</param>
internal sealed record ConditionFinding(Condition When, bool? Holds)
{
    public static ConditionFinding? Of(Role role, string action, ConditionFacts? facts) =>
        role.ConditionalActions.FirstOrDefault(conditional => conditional.Action == action) is { When: { } when }
            ? new ConditionFinding(when, facts is null ? null : when.Holds(facts, role.Id))
            : null;

    /// <summary>Says what the role gives, and whether it does so here.</summary>
    /// <param name="role">The role in words.</param>
    /// <param name="action">The action.</param>
    public string Clause(string role, string action) => Holds switch
    {
        true => $"{role} gives {Quoted(action)} when {When}, which holds",
        false => $"{role} gives {Quoted(action)} only when {When}, which does not hold",
        null => $"{role} gives {Quoted(action)} only when {When}, and the check says nothing to judge that by",
    };
}
