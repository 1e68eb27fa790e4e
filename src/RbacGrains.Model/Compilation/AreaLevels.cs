namespace RbacGrains.Model;

/// <summary>The level in effect in every area, as ranks into the model's levels, by the area's place in its table.</summary>
public static class AreaLevels
{
    /// <summary>The levels that one source of grants gives, inheritance applied.</summary>
    public static int[] Of(AuthorizationModel model, Grants grants)
    {
        var areas = model.AreaTable;
        var set = new int[areas.All.Length];
        Array.Fill(set, -1);
        foreach (var grant in grants.Items)
            if (areas.TryFind(grant.On, out var area)) set[area] = model.RankOf(grant.Level);

        // Parents stand before their sub-areas, so one pass sees each parent's level in effect first.
        for (var area = 0; area < set.Length; area++)
        {
            var parent = areas.Parents[area];
            if (parent < 0) set[area] = Math.Max(set[area], 0);
            else if (set[area] < 0) set[area] = set[parent];
            else if (model.Inheritance == Inheritance.Cap) set[area] = Math.Min(set[area], set[parent]);
        }
        return set;
    }

    /// <summary>The levels that a role gives in full: where it withdraws an action, the highest that is without it.</summary>
    public static int[] Of(AuthorizationModel model, Role role)
    {
        var levels = Of(model, role.Grants);
        foreach (var action in role.Withdrawn)
        {
            var colon = action.LastIndexOf(':');
            if (!model.AreaTable.TryFind(action[..colon], out var area)) continue;
            while (levels[area] > 0 && model.Levels[levels[area]].Verbs.Contains(action[(colon + 1)..])) levels[area]--;
        }
        return levels;
    }

    /// <summary>The levels that a role that is offered, or none, and grants give together: each for itself, then the higher one counts.</summary>
    public static int[] Of(AuthorizationModel model, Role? role, Grants grants) => role switch
    {
        null => Of(model, grants),
        { IsAdmin: true } => Everywhere(model, model.Levels.Length - 1),
        _ => Most(Of(model, grants), Of(model, role)),
    };

    /// <summary>The most permissive of two, area by area.</summary>
    public static int[] Most(int[] one, int[] other) => [.. one.Zip(other, Math.Max)];

    /// <summary>The least permissive of two, area by area.</summary>
    public static int[] Least(int[] one, int[] other) => [.. one.Zip(other, Math.Min)];

    /// <summary>The same level everywhere.</summary>
    public static int[] Everywhere(AuthorizationModel model, int rank)
    {
        var levels = new int[model.AreaTable.All.Length];
        Array.Fill(levels, rank);
        return levels;
    }
}
