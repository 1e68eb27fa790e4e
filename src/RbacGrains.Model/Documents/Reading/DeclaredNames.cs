using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>The names of one kind that a document declares, against which references to them are judged.</summary>
/// <param name="noun">The kind, as a message calls it: <c>role</c>.</param>
/// <param name="plural">Several of the kind.</param>
internal sealed class DeclaredNames(string noun, string plural)
{
    private readonly Dictionary<string, string> _canonical = new(StringComparer.Ordinal);
    private readonly List<string> _inOrder = [];
    private bool _complete = true;

    /// <summary>The names in the order of their declaration, without other names for the same.</summary>
    public IReadOnlyList<string> InOrder => _inOrder;

    /// <summary>Says that names are missing because of a mistake that is reported elsewhere: then no reference can be called wrong.</summary>
    public void MarkIncomplete() => _complete = false;

    /// <summary>Takes over that another kind of names, which these are made of, is not complete.</summary>
    public void MarkIncompleteIf(bool failed) => _complete &= !failed;

    public bool IsComplete => _complete;

    /// <summary>Declares a name, reporting what is no slug or was declared before.</summary>
    public void Declare(ScalarNode? name, ProblemList problems)
    {
        if (name is null)
        {
            MarkIncomplete();
            return;
        }
        Words.ReportUnlessSlug(name, noun, problems);
        if (!TryAdd(name.Text))
            problems.Add(name.Place, $"The {noun} '{name.Text}' is declared a second time.", "Remove one of the two, or give it another name.");
    }

    /// <summary>Adds a name; false when it is there already.</summary>
    public bool TryAdd(string name)
    {
        if (!_canonical.TryAdd(name, name)) return false;
        _inOrder.Add(name);
        return true;
    }

    /// <summary>Adds another name for the same; false when it is there already.</summary>
    public bool TryAddAlias(string alias, string name) => _canonical.TryAdd(alias, name);

    public bool Contains(string name) => _canonical.ContainsKey(name);

    /// <summary>The declared name that another name stands for; null when there is none.</summary>
    public string? Canonical(string name) => _canonical.GetValueOrDefault(name);

    public int IndexOf(string name) => _inOrder.IndexOf(name);

    /// <summary>The declared name that a word refers to. Null, and reported, when there is none.</summary>
    public string? Resolve(ScalarNode word, string subject, ProblemList problems)
    {
        if (_canonical.TryGetValue(word.Text, out var name)) return name;
        if (_complete)
            problems.Add(
                word.Place, $"{subject} refers to the {noun} '{word.Text}', which the model does not have.",
                ClosestName.Suggest(word.Text, _canonical.Keys, plural));
        return null;
    }

    /// <summary>The declared names that the words of a list refer to, each reported that is unknown or stands twice.</summary>
    public ImmutableArray<string> ResolveAll(IEnumerable<ScalarNode> words, string subject, ProblemList problems)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var resolved = ImmutableArray.CreateBuilder<string>();
        foreach (var word in words)
        {
            if (Resolve(word, subject, problems) is not { } name) continue;
            if (seen.Add(name)) resolved.Add(name);
            else problems.Add(word.Place, $"{subject} lists the {noun} '{word.Text}' twice.", "Remove one of the two.");
        }
        return resolved.ToImmutable();
    }
}
