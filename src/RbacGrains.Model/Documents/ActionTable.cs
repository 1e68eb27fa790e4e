using System.Collections.Frozen;
using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>The actions of a model, numbered in document order; a number is a bit in every compiled set.</summary>
public sealed class ActionTable
{
    private readonly FrozenDictionary<string, ActionHandle> _byName;
    private readonly FrozenDictionary<string, ActionHandle>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    /// <summary>Numbers the actions.</summary>
    /// <param name="names">Canonical names, each <c>resource:verb</c>, without repeats.</param>
    /// <param name="aliases">Further names and the canonical name that each stands for.</param>
    public ActionTable(IEnumerable<string> names, IEnumerable<KeyValuePair<string, string>> aliases)
    {
        Names = [.. names];
        var handles = new Dictionary<string, ActionHandle>(StringComparer.Ordinal);
        for (var index = 0; index < Names.Length; index++) handles.Add(Names[index], new ActionHandle(index));
        foreach (var (alias, name) in aliases) handles.Add(alias, handles[name]);
        _byName = handles.ToFrozenDictionary(StringComparer.Ordinal);
        _bySpan = _byName.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Canonical names; the place of a name is its handle's index.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>How many actions there are.</summary>
    public int Count => Names.Length;

    /// <summary>The canonical name of an action.</summary>
    public string this[ActionHandle action] => Names[action.Index];

    /// <summary>Finds an action by its name or another name of it.</summary>
    public bool TryFind(string name, out ActionHandle action) => _byName.TryGetValue(name, out action);

    /// <inheritdoc cref="TryFind(string, out ActionHandle)"/>
    public bool TryFind(ReadOnlySpan<char> name, out ActionHandle action) => _bySpan.TryGetValue(name, out action);

    /// <summary>The action of that name.</summary>
    /// <exception cref="KeyNotFoundException">The model has no such action.</exception>
    public ActionHandle Resolve(string name) =>
        TryFind(name, out var action) ? action : throw new KeyNotFoundException($"The model has no action '{name}'.");
}
