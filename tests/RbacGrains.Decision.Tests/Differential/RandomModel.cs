using System.Collections.Immutable;
using RbacGrains.Model;

namespace RbacGrains.Decision.Tests.Differential;

/// <summary>Makes models that a document could declare, of any shape and none in particular.</summary>
internal static class RandomModel
{
    private static readonly ImmutableArray<string> Verbs = ["view", "create", "modify", "delete", "run", "share"];
    private static readonly ImmutableArray<Plan> AllPlans = [new("free", "Free"), new("team", "Team"), new("enterprise", "Enterprise")];

    /// <summary>The condition of every conditional action.</summary>
    private static readonly Condition WhenOpen =
        new RbacGrains.Model.Comparison(PropertyPath.Parse("context.open")!, ComparisonOperator.Equals, [new SingleValue(true)]);

    public static AuthorizationModel Make(Dice dice)
    {
        var areas = MakeAreas(dice);
        var levels = areas.IsEmpty ? [] : MakeLevels(dice);
        // Without areas there must be something else to act on.
        var resources = MakeResources(dice, least: areas.IsEmpty ? 1 : 0);
        var table = new AreaTable(areas);
        var areaVerbs = levels.IsEmpty ? [] : levels[^1].Verbs;
        var plans = AllPlans[..dice.Between(1, AllPlans.Length)];
        var actions = new ActionTable(
            [
                .. resources.SelectMany(resource => resource.Verbs.Select(verb => $"{resource.Id}:{verb}")),
                .. table.All.SelectMany(area => areaVerbs.Select(verb => $"{area.Id}:{verb}")),
            ],
            table.All.SelectMany(area => area.SharedBy.SelectMany(alias =>
                areaVerbs.Select(verb => KeyValuePair.Create($"{alias}:{verb}", $"{area.Id}:{verb}")))));
        var bare = new AuthorizationModel
        {
            Name = "random",
            Version = 1,
            Title = "Random",
            Inheritance = dice.Chance(0.6) ? Inheritance.Cap : Inheritance.Cascade,
            Plans = plans,
            Levels = levels,
            Areas = areas,
            Resources = resources,
            Roles = [],
            AreaTable = table,
            Actions = actions,
            LevelTable = new LevelTable(levels, table, actions),
        };
        var roles = MakeRoles(dice, bare);
        return bare with { Roles = roles, Gates = MakeGates(dice, bare, roles) };
    }

    private static ImmutableArray<Area> MakeAreas(Dice dice) =>
        [.. Enumerable.Range(0, dice.Chance(0.1) ? 0 : dice.Between(1, 15)).Select(number => MakeArea(dice, $"area-{number}", null))];

    private static Area MakeArea(Dice dice, string id, string? parent) => new(
        id,
        Title: id,
        Description: "",
        parent,
        SharedBy: dice.Chance(0.1) ? [$"{id}-too"] : [],
        SubAreas: parent is not null || dice.Chance(0.4)
            ? []
            : [.. Enumerable.Range(0, dice.Between(1, 4)).Select(number => MakeArea(dice, $"{id}/sub-{number}", id))]);

    /// <summary>Levels from <c>none</c> up, each allowing what the one below it does; at least the highest allows something.</summary>
    private static ImmutableArray<AccessLevel> MakeLevels(Dice dice)
    {
        var levels = new List<AccessLevel> { new("none", "None", "", []) };
        var steps = dice.Between(1, 4);
        var known = 0;
        for (var step = 1; step <= steps; step++)
        {
            known = Math.Min(known + dice.Between(step == steps && known == 0 ? 1 : 0, 2), Verbs.Length);
            levels.Add(new AccessLevel($"level-{step}", $"Level {step}", "", Verbs[..known]));
        }
        return [.. levels];
    }

    private static ImmutableArray<Resource> MakeResources(Dice dice, int least) =>
        [.. Enumerable.Range(0, dice.Between(least, 4)).Select(number => new Resource($"resource_{number}", Verbs[..dice.Between(1, 5)]))];

    private static ImmutableArray<Role> MakeRoles(Dice dice, AuthorizationModel model) =>
    [
        MakeRole(dice, model, "admin", isAdmin: true),
        .. Enumerable.Range(1, dice.Between(1, 5)).Select(number => MakeRole(dice, model, $"role-{number}", dice.Chance(0.1))),
    ];

    private static Role MakeRole(Dice dice, AuthorizationModel model, string id, bool isAdmin) => new()
    {
        Id = id,
        Title = id,
        IsAdmin = isAdmin,
        Plans = dice.Chance(0.35) ? SomePlans(dice, model) : [],
        Grants = isAdmin && dice.Chance(0.7) ? Grants.Empty : RandomGrants.Make(dice, model),
        ConditionalActions = isAdmin || dice.Chance(0.5)
            ? []
            : [.. dice.Some(model.Actions.Names, 0.2).Select(action => new ConditionalAction(action, WhenOpen))],
    };

    private static ImmutableArray<Gate> MakeGates(Dice dice, AuthorizationModel model, ImmutableArray<Role> roles) =>
    [
        .. Enumerable.Range(0, dice.Between(0, 3)).Select(number => new Gate(
            $"gate-{number}",
            "",
            dice.Some(RandomGrants.NamesOfActions(model), dice.OneOf([0.05, 0.2, 0.5])),
            dice.Chance(0.5) ? SomePlans(dice, model) : [],
            dice.Chance(0.5) ? dice.Some(roles.Select(role => role.Id), 0.5) : [])),
    ];

    private static ImmutableArray<string> SomePlans(Dice dice, AuthorizationModel model) =>
        dice.Some(model.Plans.Select(plan => plan.Id), 0.5);
}
