using System.Collections.Immutable;
using RbacGrains.Model;

namespace RbacGrains.Decision.Tests.Differential;

/// <summary>
/// Makes the roles of an organization as they can be found in storage: on the model's roles and on each other, also on one that the model no longer
/// has, and sometimes under a name that the model has taken since.
/// </summary>
internal static class RandomCustomRoles
{
    public static ImmutableArray<CustomRole> Make(Dice dice, AuthorizationModel model)
    {
        var roles = new List<CustomRole>();
        foreach (var number in Enumerable.Range(0, dice.Chance(0.3) ? 0 : dice.Between(1, 4)))
            roles.Add(Role(dice, model, dice.Chance(0.03) ? "role-1" : $"custom-{number}", roles));
        return [.. roles.DistinctBy(role => role.Id).OrderByDescending(role => role.Id, StringComparer.Ordinal)];
    }

    private static CustomRole Role(Dice dice, AuthorizationModel model, string id, List<CustomRole> earlier) => new()
    {
        Id = id,
        Title = id,
        BasedOn = Base(dice, model, id, earlier),
        Grants = Grants.Of(RandomGrants.Make(dice, model).Pairs().Concat(Withdrawn(dice, model))),
        Plans = dice.Chance(0.3) ? dice.Some(model.Plans.Select(plan => plan.Id), 0.5) : [],
    };

    private static string? Base(Dice dice, AuthorizationModel model, string id, List<CustomRole> earlier)
    {
        if (dice.Chance(0.15)) return null;
        if (dice.Chance(0.03)) return "no-such-role";
        var bases = model.Roles.Select(role => role.Id).Where(role => role != "role-1");
        return dice.OneOf([.. bases, .. earlier.Select(role => role.Id).Where(role => role != "role-1" && role != id)]);
    }

    private static IEnumerable<KeyValuePair<string, string>> Withdrawn(Dice dice, AuthorizationModel model) =>
        dice.Some(RandomGrants.NamesOfActions(model), dice.OneOf([0.0, 0.1, 0.3])).Select(name => KeyValuePair.Create(name, Grants.None));
}
