namespace RbacGrains.AdminConsole;

/// <summary>The smallest grants that give something: an area's level where it is an area's, else the action itself.</summary>
internal static class GrantSteps
{
    public static IEnumerable<RemedyStep> Of(WhyQuestion question)
    {
        var model = question.Now.Policy.Model;
        if (Needed(model, question) is not var (area, rank))
        {
            var action = question.Actions[0];
            yield return GivingSteps.Member(
                "key", $"Grant {RemedyWords.Action(model, action)}", access => access with { Grants = With(access.Grants, action, Grants.Allow) });
            yield break;
        }

        var level = model.Levels[rank].Id;
        var title = $"{AccessWords.Area(model, area.Id)}: {RemedyWords.Level(model, rank)}";
        var parentToo = NeedsParent(model, question.Now.Access?.Grants ?? Grants.Empty, area, rank);
        var text = parentToo ? $"Grant {title} (needs {AccessWords.Area(model, area.ParentId!)}: {RemedyWords.Level(model, rank)})" : $"Grant {title}";
        yield return GivingSteps.Member("tune", text, access => access with { Grants = Raise(model, access.Grants, area, level, parentToo) });
    }

    /// <summary>The level that gives what is asked for; null where it is no area's.</summary>
    internal static (Area Area, int Rank)? Needed(AuthorizationModel model, WhyQuestion question)
    {
        var rank = -1;
        Area? area = null;
        foreach (var action in question.Actions)
        {
            var colon = action.LastIndexOf(':');
            if (!model.AreaTable.TryFind(action[..colon], out var place)) return null;
            var needed = model.Levels.TakeWhile(level => !level.Verbs.Contains(action[(colon + 1)..])).Count();
            if (needed == model.Levels.Length) return null;
            (area, rank) = (model.AreaTable.All[place], Math.Max(rank, needed));
        }
        return area is null ? null : (area, rank);
    }

    /// <summary>Whether an area's own level is held back by that of its parent.</summary>
    internal static bool NeedsParent(AuthorizationModel model, Grants grants, Area area, int rank) =>
        model.Inheritance == Inheritance.Cap && area.ParentId is { } parent && (grants[parent] is { } set ? model.RankOf(set) : 0) < rank;

    /// <summary>Grants with an area, and its parent where that is needed, at a level.</summary>
    internal static Grants Raise(AuthorizationModel model, Grants grants, Area area, string level, bool parentToo)
    {
        // In a cascading model a level that is set for an area is set for its sub-areas, too.
        var raised = With(grants, area.Id, level);
        if (model.Inheritance == Inheritance.Cascade)
            raised = Grants.Of(raised.Pairs().Where(pair => !pair.Key.StartsWith(area.Id + "/", StringComparison.Ordinal)));
        return parentToo ? With(raised, area.ParentId!, level) : raised;
    }

    /// <summary>Grants with one more.</summary>
    internal static Grants With(Grants grants, string on, string level) => Grants.Of(grants.Pairs().Append(KeyValuePair.Create(on, level)));
}
