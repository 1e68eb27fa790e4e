using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>Reads <c>resources</c>: each a name with its verbs. Their order is the order of the actions.</summary>
internal static class ResourcesReader
{
    public static ImmutableArray<Resource> Read(Fields document, Declarations names)
    {
        var resources = ImmutableArray.CreateBuilder<Resource>();
        foreach (var (key, value) in document.Pairs("resources"))
        {
            names.Resources.Declare(key, document.Problems);
            resources.Add(new Resource(key.Text, Verbs(key, value, names.Actions, document.Problems)));
        }
        names.Actions.MarkIncompleteIf(document.Failed("resources"));
        return resources.ToImmutable();
    }

    private static ImmutableArray<string> Verbs(ScalarNode resource, DocumentNode value, DeclaredNames actions, ProblemList problems)
    {
        var subject = $"resource '{resource.Text}'";
        if (value is SequenceNode { Items.IsEmpty: false } list)
        {
            var verbs = new DeclaredNames("verb", "verbs");
            var words = Words.In(list.Items, subject, problems, out var complete);
            foreach (var verb in words) verbs.Declare(verb, problems);
            actions.MarkIncompleteIf(!complete);
            return [.. verbs.InOrder];
        }
        actions.MarkIncomplete();
        if (value is not UnreadableNode)
            problems.Add(
                value.Place, $"The {subject} has no list of verbs.", $"Write what can be done with it: `{resource.Text}: [read, create]`.");
        return [];
    }
}
