using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>Reads <c>matrix</c>, the rows of the page's role table and the actions that each stands for.</summary>
internal static class MatrixReader
{
    public static ImmutableArray<MatrixRow> Read(
        Fields document, ImmutableArray<AccessLevel> levels, ImmutableArray<Area> areas, Declarations names)
    {
        var rows = ImmutableArray.CreateBuilder<MatrixRow>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var fields in document.Entries("matrix", DocumentSections.MatrixRow))
        {
            var row = fields.Title("row");
            if (row.Length > 0 && !seen.Add(row))
                fields.Problems.Add(fields.PlaceOf("row"), $"The row '{row}' stands here a second time.", "Remove one of the two.");
            rows.Add(new MatrixRow(row, Actions(fields, levels, areas, names)));
        }
        return rows.ToImmutable();
    }

    private static ImmutableArray<string> Actions(
        Fields fields, ImmutableArray<AccessLevel> levels, ImmutableArray<Area> areas, Declarations names)
    {
        var words = fields.WordList("actions");
        var level = fields.Word("areas");
        if (words.IsEmpty && level is null && !fields.Failed("actions") && !fields.Failed("areas"))
            fields.Problems.Add(
                fields.Place, $"{fields.Sentence} stands for no action.",
                "List them, `actions: [resource:verb]`, or name the level that it means in every area, `areas: edit`.");
        var listed = names.Actions.ResolveAll(words, fields.Sentence, fields.Problems);
        var everywhere = level is null || names.Levels.Resolve(level, fields.Sentence, fields.Problems) is not { } id
            ? []
            : from area in areas.SelectMany(area => area.SubAreas.Prepend(area))
              from verb in levels.First(candidate => candidate.Id == id).Verbs
              select $"{area.Id}:{verb}";
        return [.. listed.Concat(everywhere).Distinct(StringComparer.Ordinal)];
    }
}
