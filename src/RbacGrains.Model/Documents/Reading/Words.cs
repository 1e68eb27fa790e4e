using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>Checks that values are words: text, and slugs where names are declared.</summary>
internal static class Words
{
    public static bool IsText(ScalarNode scalar, string subject, ProblemList problems)
    {
        if (scalar.IsText) return true;
        problems.Add(
            scalar.Place, $"{subject} is {scalar.Noun}, not text.",
            scalar.IsNothing ? "Write a word, or leave the key out." : $"Write it in quotes: \"{scalar.Text}\".");
        return false;
    }

    /// <summary>The values that are text; the others are reported.</summary>
    /// <param name="nodes">The items of a list.</param>
    /// <param name="subject">What the list is, for a message.</param>
    /// <param name="problems">Where to report.</param>
    /// <param name="complete">Whether every one of them is text.</param>
    public static ImmutableArray<ScalarNode> In(
        ImmutableArray<DocumentNode> nodes, string subject, ProblemList problems, out bool complete)
    {
        var words = ImmutableArray.CreateBuilder<ScalarNode>(nodes.Length);
        foreach (var node in nodes)
        {
            if (node is ScalarNode scalar)
            {
                if (IsText(scalar, $"An item of {subject}", problems)) words.Add(scalar);
            }
            else if (node is not UnreadableNode)
                problems.Add(node.Place, $"An item of {subject} is {node.Noun}, not a word.", "Write a word in its place.");
        }
        complete = words.Count == nodes.Length;
        return words.ToImmutable();
    }

    /// <summary>Reports a declared name that is no slug.</summary>
    public static void ReportUnlessSlug(ScalarNode name, string noun, ProblemList problems)
    {
        if (Slug.IsValid(name.Text)) return;
        var slug = Slug.Of(name.Text);
        problems.Add(
            name.Place, $"'{name.Text}' cannot name a {noun}.",
            $"Names are 1 to {Slug.MaxLength} lower-case letters and digits, joined by single hyphens or underscores"
            + (Slug.IsValid(slug) ? $": '{slug}'." : "."));
    }
}
