using System.Collections.Frozen;
using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>The authorization models that a service knows: the shipped ones and its operator's own.</summary>
public sealed class ModelCatalog
{
    private readonly FrozenDictionary<string, AuthorizationModel> _byName;

    /// <summary>Makes a catalog; of two models with the same name the later one holds.</summary>
    public ModelCatalog(IEnumerable<AuthorizationModel> models)
    {
        var byName = new SortedDictionary<string, AuthorizationModel>(StringComparer.Ordinal);
        foreach (var model in models) byName[model.Name] = model;
        All = [.. byName.Values];
        _byName = byName.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The models by name.</summary>
    public ImmutableArray<AuthorizationModel> All { get; }

    /// <summary>The model of that name, or null.</summary>
    public AuthorizationModel? Find(string name) => _byName.GetValueOrDefault(name);
}
