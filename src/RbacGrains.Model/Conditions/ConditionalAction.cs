namespace RbacGrains.Model;

/// <summary>An action that a role gives under a condition.</summary>
/// <param name="Action">The action, by its canonical name.</param>
/// <param name="When">The condition.</param>
public sealed record ConditionalAction(string Action, Condition When);
