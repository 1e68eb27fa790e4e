using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>Lays what a custom role sets itself over what its base gives.</summary>
internal static class RoleOverlay
{
    /// <summary>The role that the two make together; null when no plan offers both.</summary>
    public static Role? Lay(AuthorizationModel model, CustomRole own, Role? foundation)
    {
        if (Plans(own, foundation) is not { } plans) return null;
        var set = foundation is null ? new SortedDictionary<string, string>(StringComparer.Ordinal) : Given(model, foundation);
        var said = OwnActions(model, own);
        var levels = own.Grants.Items.Where(grant => !grant.IsAction && model.RankOf(grant.Level) >= 0).ToList();
        if (model.Inheritance == Inheritance.Cascade)
            foreach (var grant in levels) ClearBelow(model, set, grant.On);
        foreach (var (on, level) in levels) set[on] = level;
        foreach (var (action, level) in said) set[action] = level;

        var items = set.Select(pair => new Grant(pair.Key, pair.Value)).ToList();
        return new Role
        {
            Id = own.Id,
            Title = own.Title,
            Description = own.Description,
            Plans = plans,
            Grants = Grants.Of(items.Where(grant => !IsWithdrawal(grant)).Select(grant => KeyValuePair.Create(grant.On, grant.Level))),
            // Outside of the areas nothing is given that could be withdrawn still.
            Withdrawn = [.. items.Where(grant => IsWithdrawal(grant) && IsOfArea(model, grant.On)).Select(grant => grant.On)],
            ConditionalActions = foundation is null ? [] : [.. foundation.ConditionalActions.Where(given => !said.ContainsKey(given.Action))],
        };
    }

    private static ImmutableArray<string>? Plans(CustomRole own, Role? foundation)
    {
        if (foundation is null || foundation.Plans.IsEmpty) return own.Plans;
        if (own.Plans.IsEmpty) return foundation.Plans;
        ImmutableArray<string> both = [.. own.Plans.Where(foundation.IsOfferedBy)];
        return both.IsEmpty ? null : both;
    }

    private static SortedDictionary<string, string> Given(AuthorizationModel model, Role foundation)
    {
        var given = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (foundation.IsAdmin)
        {
            foreach (var area in model.Areas) given[area.Id] = model.Levels[^1].Id;
            foreach (var action in model.Actions.Names.Where(name => !IsOfArea(model, name))) given[action] = Grants.Allow;
            return given;
        }
        foreach (var grant in foundation.Grants.Items)
            if (!grant.IsAction) given[grant.On] = grant.Level;
            else if (grant.Level == Grants.Allow && model.Actions.TryFind(grant.On, out var action)) given[model.Actions[action]] = grant.Level;
        foreach (var action in foundation.Withdrawn) given[action] = Grants.None;
        return given;
    }

    // By canonical names. Where two names of an action say different things, the one that withdraws it holds.
    private static SortedDictionary<string, string> OwnActions(AuthorizationModel model, CustomRole own)
    {
        var actions = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var level in new[] { Grants.Allow, Grants.None })
            foreach (var grant in own.Grants.Items)
                if (grant.IsAction && grant.Level == level && model.Actions.TryFind(grant.On, out var action)) actions[model.Actions[action]] = level;
        return actions;
    }

    // In a cascading model a parent's level takes the place of what its sub-areas had.
    private static void ClearBelow(AuthorizationModel model, SortedDictionary<string, string> set, string area)
    {
        if (!model.AreaTable.TryFind(area, out var index)) return;
        foreach (var subArea in model.AreaTable.All[index].SubAreas) set.Remove(subArea.Id);
    }

    private static bool IsWithdrawal(Grant grant) => grant.IsAction && grant.Level == Grants.None;

    private static bool IsOfArea(AuthorizationModel model, string action) => model.AreaTable.TryFind(action[..action.LastIndexOf(':')], out _);
}
