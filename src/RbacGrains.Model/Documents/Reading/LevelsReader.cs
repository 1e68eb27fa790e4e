using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>
/// Reads <c>levels</c>, lowest first: the lowest allows nothing, and each allows all that the one below it does, so that
/// "the most permissive" and "at most" mean something.
/// </summary>
internal static class LevelsReader
{
    public static ImmutableArray<AccessLevel> Read(Fields document, Declarations names)
    {
        var levels = ImmutableArray.CreateBuilder<AccessLevel>();
        foreach (var fields in document.Entries("levels", DocumentSections.Level))
        {
            var id = fields.Word("level");
            names.Levels.Declare(id, fields.Problems);
            var level = new AccessLevel(
                id?.Text ?? "", fields.Title("title"), fields.Text("description"), Verbs(fields, names.Actions));
            if (!fields.Failed("verbs")) Compare(level, levels.Count == 0 ? null : levels[^1], fields);
            // What the lowest should not allow is no reason to complain about the next.
            levels.Add(levels.Count == 0 ? level with { Verbs = [] } : level);
        }
        names.Levels.MarkIncompleteIf(document.Failed("levels"));
        return levels.ToImmutable();
    }

    private static ImmutableArray<string> Verbs(Fields fields, DeclaredNames actions)
    {
        var verbs = new DeclaredNames("verb", "verbs");
        foreach (var verb in fields.WordList("verbs")) verbs.Declare(verb, fields.Problems);
        actions.MarkIncompleteIf(fields.Failed("verbs"));
        return [.. verbs.InOrder];
    }

    private static void Compare(AccessLevel level, AccessLevel? below, Fields fields)
    {
        var place = fields.PlaceOf("verbs");
        if (below is null)
        {
            if (!level.Verbs.IsEmpty)
                fields.Problems.Add(
                    place, $"The lowest level '{level.Id}' allows {string.Join(", ", level.Verbs)}.",
                    "The lowest level stands for no access: leave out its verbs, or put a level without verbs before it.");
            return;
        }
        var lost = below.Verbs.Except(level.Verbs).ToList();
        if (lost.Count > 0)
            fields.Problems.Add(
                place, $"The level '{level.Id}' does not allow {string.Join(", ", lost)}, which the lower level '{below.Id}' allows.",
                $"Add {string.Join(", ", lost)} to its verbs, or put the levels in order, lowest first.");
        else if (level.Verbs.Length <= below.Verbs.Length)
            fields.Problems.Add(
                place, $"The level '{level.Id}' allows no more than the level '{below.Id}' below it.",
                "Give it the verbs of the level below and at least one more.");
    }

    /// <summary>Levels and areas need one another.</summary>
    public static void CheckAgainst(ImmutableArray<Area> areas, ImmutableArray<AccessLevel> levels, Fields document)
    {
        if (document.Failed("levels") || document.Failed("areas")) return;
        if (!areas.IsEmpty && levels.Length < 2)
            document.Problems.Add(
                document.PlaceOf("levels"), $"The model has areas and {(levels.IsEmpty ? "no levels" : "only one level")}.",
                "Declare `levels:`, lowest first: one without verbs and at least one with verbs.");
        if (areas.IsEmpty && !levels.IsEmpty)
            document.Problems.Add(
                document.PlaceOf("levels"), "The model has levels and no areas that they could be set on.",
                "Declare `areas:`, or leave out `levels`.");
    }
}
