namespace RbacGrains.Model;

/// <summary>The level that one list of grants leaves in the area of an action, and what it comes from.</summary>
/// <param name="Model">The model; the other numbers are ranks into its levels.</param>
/// <param name="Area">The area of the action.</param>
/// <param name="SetOn">Where the level is set: the area itself, or the parent that it follows.</param>
/// <param name="Set">The level that is set there.</param>
/// <param name="InEffect">What the parent leaves of it.</param>
/// <param name="Needed">The lowest level that allows the action.</param>
internal sealed record LevelFinding(AuthorizationModel Model, Area Area, string SetOn, int Set, int InEffect, int Needed)
{
    /// <summary>Whether the level that is set would do, whatever the parent leaves of it.</summary>
    public bool WouldSuffice => Set >= Needed;

    /// <summary>Whether the level in effect does.</summary>
    public bool Suffices => InEffect >= Needed;

    public string SetLevel => Model.Levels[Set].Id;

    public string LevelInEffect => Model.Levels[InEffect].Id;

    public string NeededLevel => Model.Levels[Needed].Id;

    public bool IsInherited => SetOn != Area.Id;

    public bool IsCapped => InEffect < Set;

    /// <summary>What grants say about the area of an action; null when they say nothing, or when it is not an area's action.</summary>
    public static LevelFinding? Of(AuthorizationModel model, ActionHandle action, Grants grants)
    {
        var name = model.Actions[action];
        var colon = name.LastIndexOf(':');
        if (!model.AreaTable.TryFind(name[..colon], out var place)) return null;

        var verb = name[(colon + 1)..];
        var needed = model.Levels.TakeWhile(level => !level.Verbs.Contains(verb)).Count();
        if (needed == model.Levels.Length) return null;

        var area = model.AreaTable.All[place];
        var setOn = IsSet(area.Id) ? area.Id : IsSet(area.ParentId) ? area.ParentId : null;
        return setOn is null
            ? null
            : new LevelFinding(model, area, setOn, RankSet(setOn), AreaLevels.Of(model, grants)[place], needed);

        bool IsSet(string? id) => id is not null && RankSet(id) >= 0;
        int RankSet(string id) => grants[id] is { } level ? model.RankOf(level) : -1;
    }
}
