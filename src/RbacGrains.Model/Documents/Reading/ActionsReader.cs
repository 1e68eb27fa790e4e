using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>Derives the actions: those of the resources, then every verb of the levels in every area, in document order.</summary>
internal static class ActionsReader
{
    public static void Declare(
        ImmutableArray<Resource> resources, ImmutableArray<AccessLevel> levels, ImmutableArray<Area> areas, Declarations names)
    {
        foreach (var resource in resources)
            foreach (var verb in resource.Verbs)
                names.Actions.TryAdd($"{resource.Id}:{verb}");

        // In a valid document these are the verbs of the highest level.
        var verbs = levels.Reverse().SelectMany(level => level.Verbs).Distinct(StringComparer.Ordinal).ToList();
        foreach (var area in areas.SelectMany(area => area.SubAreas.Prepend(area)))
            foreach (var verb in verbs)
                names.Actions.TryAdd($"{area.Id}:{verb}");
        names.Actions.MarkIncompleteIf(!names.Areas.IsComplete);

        foreach (var (alias, name) in Aliases(areas, verbs)) names.Actions.TryAddAlias(alias, name);
    }

    /// <summary>The actions of the model, numbered. The document must be without problems.</summary>
    public static ActionTable Number(ImmutableArray<AccessLevel> levels, ImmutableArray<Area> areas, Declarations names) =>
        new(names.Actions.InOrder, Aliases(areas, levels.IsEmpty ? [] : levels[^1].Verbs));

    private static IEnumerable<KeyValuePair<string, string>> Aliases(ImmutableArray<Area> areas, IEnumerable<string> verbs) =>
        from area in areas.SelectMany(area => area.SubAreas.Prepend(area))
        from shared in area.SharedBy
        from verb in verbs
        select KeyValuePair.Create($"{shared}:{verb}", $"{area.Id}:{verb}");
}
