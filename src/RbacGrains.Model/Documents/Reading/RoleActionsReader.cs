using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>Reads the <c>actions</c> of a role: each a word, or a mapping of an action and the condition under which it is given.</summary>
internal static class RoleActionsReader
{
    public static (ImmutableArray<string> Always, ImmutableArray<ConditionalAction> Conditional) Read(Fields role, DeclaredNames actions)
    {
        var nodes = role.List("actions");
        var conditional = nodes.OfType<MappingNode>().Select(node => new Fields(node, DocumentSections.ConditionalAction, role.Problems)).ToList();
        var words = Words.In([.. nodes.Where(node => node is not MappingNode)], $"'actions' of {role.Subject}", role.Problems, out var complete);
        var named = conditional.Select(fields => (Fields: fields, Action: fields.Word("action"))).ToList();
        if (!complete || named.Exists(entry => entry.Action is null)) role.Misread("actions");

        // One list, so that an action that stands in both ways is found to stand twice.
        var all = words.Concat(named.Select(entry => entry.Action).OfType<ScalarNode>()).OrderBy(word => word.Place);
        actions.ResolveAll(all, role.Sentence, role.Problems);
        var read = ImmutableArray.CreateBuilder<ConditionalAction>();
        foreach (var (fields, word) in named)
            if (ConditionReader.Read(fields) is { } condition && word is not null && actions.Canonical(word.Text) is { } action)
                read.Add(new ConditionalAction(action, condition));
        return ([.. words.Select(word => actions.Canonical(word.Text)).OfType<string>()], read.ToImmutable());
    }
}
