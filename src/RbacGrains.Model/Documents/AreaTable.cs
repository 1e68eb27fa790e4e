using System.Collections.Frozen;
using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>Areas and sub-areas in one numbered list, each parent directly before its sub-areas.</summary>
public sealed class AreaTable
{
    private readonly FrozenDictionary<string, int> _byId;

    /// <summary>Numbers the areas of a model.</summary>
    public AreaTable(IEnumerable<Area> topAreas)
    {
        All = [.. topAreas.SelectMany(area => area.SubAreas.Prepend(area))];
        _byId = All.Select((area, index) => KeyValuePair.Create(area.Id, index)).ToFrozenDictionary(StringComparer.Ordinal);
        Parents = [.. All.Select(area => area.ParentId is null ? -1 : _byId[area.ParentId])];
    }

    /// <summary>Every area and sub-area.</summary>
    public ImmutableArray<Area> All { get; }

    /// <summary>For each place in <see cref="All"/> the place of the parent, or -1.</summary>
    public ImmutableArray<int> Parents { get; }

    /// <summary>The place of an area or sub-area in <see cref="All"/>.</summary>
    public bool TryFind(string id, out int index) => _byId.TryGetValue(id, out index);
}
