using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace RbacGrains.Model;

/// <summary>
/// Builds a tree with places from the events of the YAML parser. Of YAML it takes scalars, lists and mappings; what would make
/// a document mean more than it shows (anchors, aliases, tags, a second document) is refused.
/// </summary>
internal sealed class DocumentTree
{
    /// <summary>How deep values may be nested; twice what any section needs.</summary>
    public const int MaxDepth = 16;

    private readonly Parser _parser;
    private readonly ProblemList _problems;

    // Set when what follows could cost more to read than it is worth.
    private bool _stopped;

    private DocumentTree(string yaml, ProblemList problems)
    {
        _parser = new Parser(new StringReader(yaml.TrimStart('\uFEFF')));
        _problems = problems;
    }

    /// <summary>The root of a document, or null when there is none to speak of; the reason is then among the problems.</summary>
    public static DocumentNode? Parse(string yaml, ProblemList problems)
    {
        var tree = new DocumentTree(yaml, problems);
        try
        {
            return tree.Document();
        }
        catch (YamlException exception)
        {
            tree.ReportSyntax(PlaceOf(exception.Start), exception.Message.TrimEnd('.'));
            return null;
        }
        catch (InvalidOperationException)
        {
            // What YamlDotNet throws, without a place, for a key over two lines inside brackets: one was left open.
            tree.ReportSyntax(PlaceOf(tree._parser.Current?.Start ?? Mark.Empty), "a bracket is not closed after this");
            return null;
        }
    }

    private void ReportSyntax(Place place, string reason) =>
        _problems.Add(
            place, $"This is not YAML: {reason}.", "Check the indentation, the brackets and the quotes here and on the line before.");

    private DocumentNode? Document()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            _problems.Add(new Place(1, 1), "The document is empty.", "Begin with `model: <name>`.");
            return null;
        }
        _parser.Consume<DocumentStart>();
        var root = Node(depth: 1);
        if (_stopped) return null;
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out var second))
            _problems.Add(PlaceOf(second.Start), "A second document begins here.", "Keep one model in one file.");
        return root;
    }

    private DocumentNode Node(int depth)
    {
        var place = PlaceOf(_parser.Current!.Start);
        if (_stopped) return new UnreadableNode(place);
        if (depth > MaxDepth)
        {
            _stopped = true;
            _problems.Add(
                place, $"Values are nested more than {MaxDepth} deep; nothing after this was read.", "No section nests that deep.");
            return new UnreadableNode(place);
        }
        if (_parser.Current is NodeEvent node) RefuseExtras(node, place);
        if (_parser.TryConsume<Scalar>(out var scalar))
            return new ScalarNode(place, scalar.Value, scalar.Style == ScalarStyle.Plain);
        if (_parser.TryConsume<SequenceStart>(out _)) return Sequence(place, depth);
        if (_parser.TryConsume<MappingStart>(out _)) return Mapping(place, depth);
        var alias = _parser.Consume<AnchorAlias>();
        _problems.Add(place, $"The alias '*{alias.Value}' stands for a value elsewhere.", "Write the value out.");
        return new UnreadableNode(place);
    }

    private void RefuseExtras(NodeEvent node, Place place)
    {
        if (!node.Anchor.IsEmpty) _problems.Add(place, $"The anchor '&{node.Anchor}' names a value.", "Leave it out.");
        // The mark "!" alone, which quotes imply, says nothing.
        if (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific)
            _problems.Add(place, $"The tag '{node.Tag}' changes what a value is.", "Leave it out.");
    }

    private SequenceNode Sequence(Place place, int depth)
    {
        var items = ImmutableArray.CreateBuilder<DocumentNode>();
        while (!_stopped && !_parser.TryConsume<SequenceEnd>(out _)) items.Add(Node(depth + 1));
        return new SequenceNode(place, items.ToImmutable());
    }

    private MappingNode Mapping(Place place, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<MappingEntry>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (!_stopped && !_parser.TryConsume<MappingEnd>(out _))
        {
            var key = Node(depth + 1);
            var value = Node(depth + 1);
            if (_stopped) break;
            if (key is not ScalarNode name)
            {
                if (key is not UnreadableNode) _problems.Add(key.Place, $"A key is {key.Noun}.", "Keys are plain words.");
            }
            else if (lines.TryAdd(name.Text, name.Place.Line)) entries.Add(new MappingEntry(name, value));
            else
                _problems.Add(
                    name.Place, $"The key '{name.Text}' stands here a second time.",
                    $"Keep one of the two; the first is on line {lines[name.Text]}.");
        }
        return new MappingNode(place, entries.ToImmutable());
    }

    private static Place PlaceOf(Mark mark) => new((int)mark.Line, (int)mark.Column);
}
