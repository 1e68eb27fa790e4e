using System.Collections.Immutable;

namespace RbacGrains.AdminConsole;

/// <summary>Says in plain words what somebody who holds something may do.</summary>
internal static class OfferWords
{
    /// <summary>The groups of words, the farthest-reaching first; empty for nothing at all.</summary>
    public static ImmutableArray<OfferGroup> Of(AuthorizationModel model, EffectivePermissions held)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(held);
        var actions = held.Actions.ToHashSet(StringComparer.Ordinal);
        var groups = ImmutableArray.CreateBuilder<OfferGroup>();
        for (var rank = model.Levels.Length - 1; rank > 0; rank--)
        {
            var level = model.Levels[rank].Id;
            var areas = model.Areas.SelectMany(area => Areas(area, level, held)).ToImmutableArray();
            if (!areas.IsEmpty) groups.Add(new OfferGroup(model.Levels[rank].Title, areas));
        }

        var rows = model.Matrix.Where(row => row.Actions.All(action => actions.Contains(Canonical(model, action)))).Select(row => row.Row).ToImmutableArray();
        if (!rows.IsEmpty) groups.Add(new OfferGroup("You can", rows));
        if (model.Matrix.IsEmpty)
            foreach (var resource in model.Resources)
            {
                var verbs = resource.Verbs.Where(verb => actions.Contains($"{resource.Id}:{verb}")).Select(verb => Plain.Title(verb)).ToImmutableArray();
                if (!verbs.IsEmpty) groups.Add(new OfferGroup(Plain.Title(resource.Id), verbs));
            }

        return groups.ToImmutable();
    }

    // An area whose sub-areas are all alike is said once.
    private static IEnumerable<string> Areas(Area area, string level, EffectivePermissions held)
    {
        var subs = area.SubAreas.Where(sub => Level(held, sub) == level).ToList();
        if (Level(held, area) == level) yield return subs.Count == area.SubAreas.Length ? area.Title : $"{area.Title} (in part)";
        if (Level(held, area) == level && subs.Count == area.SubAreas.Length) yield break;
        foreach (var sub in subs) yield return $"{area.Title}: {sub.Title}";
    }

    private static string Level(EffectivePermissions held, Area area) => held.Areas.FirstOrDefault(grant => grant.On == area.Id).Level ?? "";

    private static string Canonical(AuthorizationModel model, string action) =>
        model.Actions.TryFind(action, out var handle) ? model.Actions[handle] : action;
}

/// <summary>Things of one kind that somebody may do.</summary>
/// <param name="Title">The kind: a level of access, or a thing.</param>
/// <param name="Words">What.</param>
internal sealed record OfferGroup(string Title, ImmutableArray<string> Words);
