using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>Reads <c>plans</c>: at least one, smallest first.</summary>
internal static class PlansReader
{
    public static ImmutableArray<Plan> Read(Fields document, DeclaredNames names)
    {
        var plans = ImmutableArray.CreateBuilder<Plan>();
        foreach (var fields in document.Entries("plans", DocumentSections.Plan))
        {
            var id = fields.Word("plan");
            names.Declare(id, fields.Problems);
            plans.Add(new Plan(id?.Text ?? "", fields.Title("title")));
        }
        names.MarkIncompleteIf(document.Failed("plans"));
        if (plans.Count == 0 && !document.Failed("plans"))
            document.Problems.Add(
                document.PlaceOf("plans"), "The model has no plan.", "Declare at least one: `- { plan: free, title: Free }`.");
        return plans.ToImmutable();
    }
}
