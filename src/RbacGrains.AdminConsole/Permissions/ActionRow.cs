using System.Collections.Immutable;

namespace RbacGrains.AdminConsole;

/// <summary>A single action that can be granted beside the areas.</summary>
/// <param name="Action">The action, <c>resource:verb</c>.</param>
/// <param name="Resource">The resource in words: <c>Api keys</c>.</param>
/// <param name="Verb">The verb in words: <c>Modify permissions</c>.</param>
/// <param name="IsHeld">Whether anything gives it, before ceilings.</param>
/// <param name="IsGranted">Whether the edited grants give it.</param>
/// <param name="GivenBy">The roles and groups that give it.</param>
/// <param name="Refusal">Why it cannot be granted or taken away, as a sentence; null when it can.</param>
/// <param name="Note">What limits it, as a sentence; null when nothing needs saying.</param>
public sealed record ActionRow(
    string Action,
    string Resource,
    string Verb,
    bool IsHeld,
    bool IsGranted,
    ImmutableArray<GridSource> GivenBy,
    string? Refusal,
    string? Note)
{
    /// <summary>Whether it differs from what was saved.</summary>
    public bool IsChanged { get; init; }

    /// <summary>Whether the base of a custom role gives it, whatever the role makes of that; null where there is no base.</summary>
    public bool? InBase { get; init; }
}
