using System.Collections.Immutable;

namespace RbacGrains.AdminConsole;

/// <summary>Says in plain words what somebody gains and loses: area by area where whole levels turn, else action by action.</summary>
public static class EffectWords
{
    /// <summary>The lines, those of the organization first.</summary>
    public static ImmutableArray<EffectLine> Of(
        AuthorizationModel model, ImmutableArray<DecisionChange> gains, ImmutableArray<DecisionChange> loses)
    {
        ArgumentNullException.ThrowIfNull(model);
        return
        [
            .. gains.Select(change => (Change: change, IsGain: true)).Concat(loses.Select(change => (Change: change, IsGain: false)))
                .GroupBy(each => PlaceOf(each.Change))
                .OrderBy(place => place.Key.Length == 0 ? 0 : 1).ThenBy(place => place.Key, StringComparer.Ordinal)
                .SelectMany(place => LinesOf(model, place.Key, [.. place])),
        ];
    }

    private static string PlaceOf(DecisionChange change)
    {
        var place = change.Project is { } project ? AccessWords.Project(project)
            : change.Except.IsEmpty ? "" : $"Except {string.Join(", ", change.Except.Select(AccessWords.Project))}";
        return change.Condition is { } condition ? $"{place}{(place.Length > 0 ? ", " : "")}When {condition}" : place;
    }

    private static IEnumerable<EffectLine> LinesOf(AuthorizationModel model, string place, List<(DecisionChange Change, bool IsGain)> changes)
    {
        var byArea = model.AreaTable.All.Select(area => AreaLine(model, area, place, changes)).ToList();
        for (var index = 0; index < byArea.Count; index++)
        {
            var area = model.AreaTable.All[index];
            var subs = byArea.GetRange(index + 1, area.SubAreas.Length);
            if (byArea[index] is not { } line) continue;
            if (area.ParentId is null && subs.Count > 0 && line.IsWhole && subs.All(sub => sub is not null && sub.IsSameStep(line)))
            {
                yield return line with { What = $"{line.What} and all in it" };
                index += subs.Count;
            }
            else yield return line;
        }
        foreach (var (change, isGain) in changes.Where(each => !IsOfArea(model, each.Change.Action)))
            yield return new EffectLine(place, AccessWords.Action(change.Action), "", isGain ? "may" : "may not", isGain);
    }

    private static EffectLine? AreaLine(AuthorizationModel model, Area area, string place, List<(DecisionChange Change, bool IsGain)> changes)
    {
        var gains = Verbs(area, changes, isGain: true);
        var loses = Verbs(area, changes, isGain: false);
        if (gains.Count + loses.Count == 0) return null;
        var what = AccessWords.Area(model, area.Id);
        if (gains.Count == 0 || loses.Count == 0)
            for (var lower = 0; lower < model.Levels.Length; lower++)
                for (var upper = lower + 1; upper < model.Levels.Length; upper++)
                {
                    var step = model.Levels[upper].Verbs.Except(model.Levels[lower].Verbs).ToHashSet(StringComparer.Ordinal);
                    var (low, high) = (model.Levels[lower].Title, model.Levels[upper].Title);
                    if (step.SetEquals(gains)) return new EffectLine(place, what, low, high, true) { IsWhole = true };
                    if (step.SetEquals(loses)) return new EffectLine(place, what, high, low, false) { IsWhole = true };
                }
        var words = gains.Select(verb => $"may {verb}").Concat(loses.Select(verb => $"may not {verb}"));
        return new EffectLine(place, what, "", string.Join(", ", words), loses.Count == 0);
    }

    private static List<string> Verbs(Area area, List<(DecisionChange Change, bool IsGain)> changes, bool isGain) =>
    [
        .. changes.Where(each => each.IsGain == isGain && ResourceOf(each.Change.Action).SequenceEqual(area.Id))
            .Select(each => each.Change.Action[(area.Id.Length + 1)..]),
    ];

    private static bool IsOfArea(AuthorizationModel model, string action) => model.AreaTable.TryFind(ResourceOf(action).ToString(), out _);

    private static ReadOnlySpan<char> ResourceOf(string action) => action.AsSpan(0, action.LastIndexOf(':'));
}

/// <summary>One thing that somebody gains or loses.</summary>
/// <param name="Place">Where: empty in the whole organization, else a project or circumstances.</param>
/// <param name="What">What: an area, or an action.</param>
/// <param name="Before">The level before; empty where it is no whole level.</param>
/// <param name="After">The level after, or what they may do from then on.</param>
/// <param name="IsGain">Whether something is gained rather than lost.</param>
public sealed record EffectLine(string Place, string What, string Before, string After, bool IsGain)
{
    /// <summary>Whether a whole level turns.</summary>
    internal bool IsWhole { get; init; }

    internal bool IsSameStep(EffectLine other) => IsWhole && Before == other.Before && After == other.After;
}
