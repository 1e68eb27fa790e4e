using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>Reads <c>gates</c>, the features that only some plans or roles may use.</summary>
internal static class GatesReader
{
    public static ImmutableArray<Gate> Read(Fields document, Declarations names)
    {
        var gates = ImmutableArray.CreateBuilder<Gate>();
        foreach (var fields in document.Entries("gates", DocumentSections.Gate))
        {
            var title = fields.Title("title");
            var id = fields.NameOr("gate", title);
            names.Gates.Declare(id, fields.Problems);
            gates.Add(Read(fields, id?.Text ?? "", title, names));
        }
        return gates.ToImmutable();
    }

    private static Gate Read(Fields fields, string id, string title, Declarations names)
    {
        var actions = fields.WordList("actions");
        var plans = fields.Restriction("plans");
        var roles = fields.Restriction("roles");
        if (actions.IsEmpty && !fields.Failed("actions"))
            fields.Problems.Add(
                fields.PlaceOf("actions"), $"{fields.Sentence} closes no action.", "List what it closes: `actions: [resource:verb]`.");
        if (plans.IsEmpty && roles.IsEmpty && !fields.Failed("plans") && !fields.Failed("roles"))
            fields.Problems.Add(
                fields.Place, $"{fields.Sentence} names neither plans nor roles, so it is open to everyone.",
                "Name whom it opens for: `plans: [...]`, `roles: [...]`, or both.");
        return new Gate(
            id,
            title,
            [.. names.Actions.ResolveAll(actions, fields.Sentence, fields.Problems)],
            [.. names.Plans.ResolveAll(plans, fields.Sentence, fields.Problems)],
            [.. names.Roles.ResolveAll(roles, fields.Sentence, fields.Problems)]);
    }
}
