using System.Collections.Frozen;
using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>
/// The areas at each of their levels, as one word: <c>knowledge/faqs@edit</c> is every action that the level <c>edit</c> stands for there.
/// Whoever holds all of them is at that level or above. The lowest level stands for nothing, and has no word.
/// </summary>
public sealed class LevelTable
{
    private readonly FrozenDictionary<string, ImmutableArray<ActionHandle>> _actions;

    /// <summary>Finds the actions of every area at every level.</summary>
    public LevelTable(ImmutableArray<AccessLevel> levels, AreaTable areas, ActionTable actions)
    {
        ArgumentNullException.ThrowIfNull(areas);
        ArgumentNullException.ThrowIfNull(actions);
        _actions = (
            from area in areas.All
            from level in levels
            where !level.Verbs.IsEmpty
            let held = level.Verbs.Select(verb => actions.Resolve($"{area.Id}:{verb}")).ToImmutableArray()
            from name in area.SharedBy.Prepend(area.Id)
            select KeyValuePair.Create($"{name}@{level.Id}", held)).ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Finds the actions that an area at a level stands for. Never empty.</summary>
    public bool TryFind(string word, out ImmutableArray<ActionHandle> actions) => _actions.TryGetValue(word, out actions);
}
