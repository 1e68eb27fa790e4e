using RbacGrains.Model;

namespace RbacGrains.Decision.Tests.Differential;

/// <summary>
/// Makes grants as they can be found in storage: also those that a newer model no longer knows, and sub-areas that were
/// set before their parent was lowered.
/// </summary>
internal static class RandomGrants
{
    public static Grants Make(Dice dice, AuthorizationModel model)
    {
        if (dice.Chance(0.1)) return Grants.Empty;
        var areas = dice.OneOf([0.1, 0.3, 0.7]);
        var actions = dice.OneOf([0.0, 0.1, 0.3]);
        var pairs = new List<(string On, string Level)>();
        pairs.AddRange(dice.Some(model.AreaTable.All, areas).Select(area => (area.Id, Level(dice, model))));
        pairs.AddRange(dice.Some(NamesOfActions(model), actions).Select(name => (name, dice.Chance(0.95) ? Grants.Allow : "deny")));
        pairs.AddRange(dice.Some(Unknown(dice, model), 0.1));
        return Grants.Of(pairs.Select(pair => KeyValuePair.Create(pair.On, pair.Level)));
    }

    /// <summary>Every name of every action, in the order of the model.</summary>
    public static IEnumerable<string> NamesOfActions(AuthorizationModel model) => model.Actions.Names.Concat(Aliases(model));

    /// <summary>The names that actions have beside their canonical ones.</summary>
    public static IEnumerable<string> Aliases(AuthorizationModel model) =>
        from area in model.AreaTable.All
        from alias in area.SharedBy
        from verb in model.Levels[^1].Verbs
        select $"{alias}:{verb}";

    private static string Level(Dice dice, AuthorizationModel model) => dice.Between(0, 19) switch
    {
        0 => "level-99",
        1 => Grants.Allow,
        _ => dice.OneOf(model.Levels).Id,
    };

    private static IEnumerable<(string On, string Level)> Unknown(Dice dice, AuthorizationModel model)
    {
        yield return ("no-such-resource:view", Grants.Allow);
        yield return ("area-0:no-such-verb", Grants.Allow);
        if (model.Levels.IsEmpty) yield break;
        yield return ("no-such-area", Level(dice, model));
        yield return ("no-such-area/sub-0", Level(dice, model));
        // Another name of an area is a name for its actions, not one to set levels by.
        foreach (var alias in model.AreaTable.All.SelectMany(area => area.SharedBy)) yield return (alias, Level(dice, model));
    }
}
