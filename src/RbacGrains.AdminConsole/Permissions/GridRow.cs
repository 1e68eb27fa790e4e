using System.Collections.Immutable;

namespace RbacGrains.AdminConsole;

/// <summary>One line of the permission grid: an area or sub-area, the level that is shown as chosen, where it comes from, and what can be chosen.</summary>
/// <param name="Area">The area.</param>
/// <param name="Parent">The area it is a sub-area of; null for a top area.</param>
/// <param name="Rank">The level held before ceilings, as a rank into the model's levels.</param>
/// <param name="RankInEffect">What ceilings leave of it.</param>
/// <param name="Origin">Why <paramref name="Rank"/> is what it is.</param>
/// <param name="Set">The rank that is set here itself; null when nothing is.</param>
/// <param name="Inherited">The rank that would hold here if nothing were set.</param>
/// <param name="CanReset">Whether what is set here can be taken away, so that <paramref name="Inherited"/> holds again.</param>
/// <param name="Choices">Every level of the model, lowest first, with why it cannot be chosen.</param>
/// <param name="Sources">What gives how much here: the grants themselves, the role, the groups.</param>
/// <param name="Note">What limits or explains the level, as a sentence; null when nothing needs saying.</param>
public sealed record GridRow(
    Area Area,
    Area? Parent,
    int Rank,
    int RankInEffect,
    RowOrigin Origin,
    int? Set,
    int Inherited,
    bool CanReset,
    ImmutableArray<LevelChoice> Choices,
    ImmutableArray<RowSource> Sources,
    string? Note)
{
    /// <summary>Whether it differs from what was saved.</summary>
    public bool IsChanged { get; init; }

    /// <summary>The level that is shown as chosen.</summary>
    public AccessLevel Level => Choices[Rank].Level;

    /// <summary>The level in effect.</summary>
    public AccessLevel LevelInEffect => Choices[RankInEffect].Level;

    /// <summary>The area with its parent, as people read it: <c>Knowledge › FAQs</c>.</summary>
    public string Path => Parent is null ? Area.Title : $"{Parent.Title} › {Area.Title}";
}

/// <summary>A level of a row.</summary>
/// <param name="Level">The level.</param>
/// <param name="Refusal">Why it cannot be chosen, as a sentence; null when it can.</param>
public sealed record LevelChoice(AccessLevel Level, string? Refusal);

/// <summary>What one source gives in a row.</summary>
/// <param name="Source">The source; null for the edited grants.</param>
/// <param name="Rank">The rank that it gives.</param>
public sealed record RowSource(GridSource? Source, int Rank);

/// <summary>Why a row is at its level.</summary>
public enum RowOrigin
{
    /// <summary>Nothing gives anything here.</summary>
    Nothing,

    /// <summary>It is set here.</summary>
    Set,

    /// <summary>It follows its parent.</summary>
    Inherited,

    /// <summary>More is set here than the parent leaves.</summary>
    Capped,

    /// <summary>A role or group gives it.</summary>
    Source,

    /// <summary>It is what a custom role takes over from the role that it is based on.</summary>
    Base,

    /// <summary>An admin's role gives everything.</summary>
    Admin,
}
