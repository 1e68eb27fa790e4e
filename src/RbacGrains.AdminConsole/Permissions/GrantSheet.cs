using System.Collections.Immutable;

namespace RbacGrains.AdminConsole;

/// <summary>
/// One set of grants as it is edited, with all that bears on it: what a role and groups give beside it, what it is laid over, and the ceiling
/// above it. Immutable; every operation answers with the grants that it makes.
/// </summary>
public sealed partial record GrantSheet
{
    /// <summary>The model that says which areas, levels and actions there are.</summary>
    public required AuthorizationModel Model { get; init; }

    /// <summary>What is edited.</summary>
    public required Grants Own { get; init; }

    /// <summary>What <see cref="Own"/> is compared with, to mark changes; null when everything is new.</summary>
    public Grants? Saved { get; init; }

    /// <summary>What <see cref="Own"/> is laid over, as a custom role over its base: an area or action set there counts until it is replaced.</summary>
    public Grants Base { get; init; } = Grants.Empty;

    /// <summary>The base in words; empty without one.</summary>
    public string BaseTitle { get; init; } = "";

    /// <summary>What else gives access; the most permissive counts.</summary>
    public ImmutableArray<GridSource> Beside { get; init; } = [];

    /// <summary>What limits every area from above, in words and ranks; null for nothing.</summary>
    public GridCeiling? Ceiling { get; init; }

    /// <summary>Why grants may not be given, or null; asked with the grants that a choice would make.</summary>
    public Func<Grants, string?>? Refuses { get; init; }

    /// <summary>Gates that the plan or the role closes.</summary>
    public ImmutableArray<Gate> ClosedGates { get; init; } = [];

    /// <summary>The source that holds everything, if there is one: nothing can be set beside it.</summary>
    public GridSource? Admin => Beside.FirstOrDefault(source => source.IsAdmin);

    /// <summary>The preset that the grants amount to; null when they are none's.</summary>
    public Preset? Preset => Model.Presets.FirstOrDefault(preset => Amounts(preset.Grants));

    /// <summary>Own grants laid over the base.</summary>
    internal Grants Merged => _merged ??= Lay(Own);

    /// <summary>The levels that the grants set in every area, inheritance applied; single actions that are withdrawn are not looked at.</summary>
    internal int[] OwnLevels => AreaLevels.Of(Model, Merged);

    /// <summary>The levels that everything beside them gives.</summary>
    internal int[] Floor() => Beside.Aggregate(AreaLevels.Everywhere(Model, 0), (levels, source) => AreaLevels.Most(levels, source.Levels(Model)));

    private bool Amounts(Grants other) =>
        AreaLevels.Of(Model, Own).AsSpan().SequenceEqual(AreaLevels.Of(Model, other))
        && Own.Items.Where(grant => grant.IsAction).SequenceEqual(other.Items.Where(grant => grant.IsAction));
}

/// <summary>The most that is in effect in each area, whatever is granted.</summary>
/// <param name="Title">Where it comes from, as after "capped by": <c>what is held in the organization</c>.</param>
/// <param name="Ranks">The highest rank of every area, in the model's order.</param>
public sealed record GridCeiling(string Title, ImmutableArray<int> Ranks);
