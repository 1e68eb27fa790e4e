using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>
/// The keys of one mapping. Making it reports keys that are unknown or missing; reading a key reports a value of the wrong
/// kind. Over something that is no mapping it reports that once and then has no keys.
/// </summary>
internal sealed class Fields
{
    private readonly DocumentSection _section;
    private readonly bool _isMapping;
    private readonly HashSet<string> _misread = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MappingEntry> _entries = new(StringComparer.Ordinal);

    public Fields(DocumentNode node, DocumentSection section, ProblemList problems)
    {
        _section = section;
        Problems = problems;
        Place = node.Place;
        Subject = section.NamedBy.IsEmpty ? $"the {section.Noun}" : $"a {section.Noun}";
        if (node is not MappingNode mapping)
        {
            if (node is not UnreadableNode)
                problems.Add(
                    Place, $"{Sentence} is {node.Noun}, not a mapping.",
                    $"Write it with its keys: {{ {string.Join(", ", section.Keys.Take(3).Select(key => $"{key}: ..."))} }}.");
            return;
        }
        _isMapping = true;
        foreach (var entry in mapping.Entries) _entries.Add(entry.Key.Text, entry);
        var name = section.NamedBy.Select(key => _entries.TryGetValue(key, out var entry) ? entry.Value : null)
            .OfType<ScalarNode>().FirstOrDefault();
        if (name is not null) Subject = $"the {section.Noun} '{name.Text}'";
        ReportUnknown(mapping);
        ReportMissing();
    }

    public ProblemList Problems { get; }

    public Place Place { get; }

    /// <summary>What a message calls the mapping: <c>the role 'editor'</c>.</summary>
    public string Subject { get; }

    /// <summary>The same at the beginning of a sentence.</summary>
    public string Sentence => char.ToUpperInvariant(Subject[0]) + Subject[1..];

    /// <summary>Whether a key has a value here, of whatever kind.</summary>
    public bool Has(string key) => _entries.ContainsKey(key);

    /// <summary>The place of a key, or of the mapping when it does not have the key.</summary>
    public Place PlaceOf(string key) => _entries.TryGetValue(key, out var entry) ? entry.Key.Place : Place;

    /// <summary>The place of the value under a key, or of the mapping when it does not have the key.</summary>
    public Place PlaceOfValue(string key) => _entries.TryGetValue(key, out var entry) ? entry.Value.Place : Place;

    /// <summary>Whether a key could not be read for a reason that is among the problems, so that nothing follows from its absence.</summary>
    public bool Failed(string key) =>
        !_isMapping || _misread.Contains(key) || (!Has(key) && _section.Required.Contains(key));

    public ScalarNode? Scalar(string key, string kind, string remedy) => Find<ScalarNode>(key, kind, remedy);

    public ImmutableArray<DocumentNode> List(string key) =>
        Find<SequenceNode>(key, "a list", $"Write `{key}: [ ... ]`, or one `- ` for each.")?.Items ?? [];

    public ImmutableArray<MappingEntry> Pairs(string key) =>
        Find<MappingNode>(key, "a mapping", $"Write `{key}: {{ name: value, ... }}`, or one `name: value` a line.")?.Entries ?? [];

    /// <summary>The mappings in a list, each as fields.</summary>
    public ImmutableArray<Fields> Entries(string key, DocumentSection section) =>
        [.. List(key).Select(node => new Fields(node, section, Problems))];

    /// <summary>The mapping under a key.</summary>
    public Fields? Inner(string key, DocumentSection section) => Find(key) is { } node ? new Fields(node, section, Problems) : null;

    /// <summary>The value under a key, of whatever kind; null when there is none.</summary>
    public DocumentNode? Node(string key) => Find(key);

    public void Misread(string key) => _misread.Add(key);

    private T? Find<T>(string key, string kind, string remedy)
        where T : DocumentNode
    {
        var node = Find(key);
        if (node is null or T) return (T?)node;
        Misread(key);
        if (node is not UnreadableNode) Problems.Add(node.Place, $"'{key}' of {Subject} is {node.Noun}, not {kind}.", remedy);
        return null;
    }

    private DocumentNode? Find(string key)
    {
        if (!_section.Keys.Contains(key)) throw new ArgumentException($"A {_section.Noun} declares no key '{key}'.", nameof(key));
        return _entries.TryGetValue(key, out var entry) ? entry.Value : null;
    }

    private void ReportUnknown(MappingNode mapping)
    {
        foreach (var (key, _) in mapping.Entries.Where(entry => !_section.Keys.Contains(entry.Key.Text)))
            Problems.Add(
                key.Place, $"{Sentence} has the unknown key '{key.Text}'.",
                ClosestName.Suggest(key.Text, _section.Keys, $"keys of a {_section.Noun}"));
    }

    private void ReportMissing()
    {
        foreach (var key in _section.Required.Where(key => !Has(key)))
            Problems.Add(Place, $"{Sentence} has no '{key}'.", $"Add `{key}: ...`.");
    }
}
