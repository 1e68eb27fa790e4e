using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>Reads <c>areas</c> and their <c>sub_areas</c>, with what shares the permission of another.</summary>
internal static class AreasReader
{
    public static ImmutableArray<Area> Read(Fields document, Declarations names)
    {
        var areas = ImmutableArray.CreateBuilder<Area>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var fields in document.Entries("areas", DocumentSections.Area))
        {
            var area = Read(fields, parent: null, "area", names, taken);
            if (names.Resources.Contains(area.Id))
                fields.Problems.Add(
                    fields.Place, $"The area '{area.Id}' has the name of a resource, so their actions cannot be told apart.",
                    "Rename the resource, or give the area a name of its own: `area: ...`.");
            var subAreas = fields.Entries("sub_areas", DocumentSections.SubArea)
                .Select(inner => Read(inner, area.Id, "sub-area", names, taken));
            areas.Add(area with { SubAreas = [.. subAreas] });
            names.Areas.MarkIncompleteIf(fields.Failed("sub_areas"));
        }
        names.Areas.MarkIncompleteIf(document.Failed("areas"));
        return areas.ToImmutable();
    }

    private static Area Read(Fields fields, string? parent, string noun, Declarations names, HashSet<string> taken)
    {
        var title = fields.Title("title");
        var name = fields.NameOr("area", title);
        if (name is null) names.Areas.MarkIncomplete();
        else Words.ReportUnlessSlug(name, noun, fields.Problems);
        var id = Full(parent, name?.Text ?? "");
        if (name is not null && parent is not "" && Take(id, name, taken, fields.Problems)) names.Areas.TryAdd(id);
        return new Area(id, title, fields.Text("description"), parent, SharedBy(fields, parent, names, taken), []);
    }

    private static ImmutableArray<string> SharedBy(Fields fields, string? parent, Declarations names, HashSet<string> taken)
    {
        var shared = ImmutableArray.CreateBuilder<string>();
        foreach (var word in fields.WordList("shared_by"))
        {
            Words.ReportUnlessSlug(word, "thing that shares a permission", fields.Problems);
            var id = Full(parent, word.Text);
            if (Take(id, word, taken, fields.Problems)) shared.Add(id);
        }
        names.Actions.MarkIncompleteIf(fields.Failed("shared_by"));
        return shared.ToImmutable();
    }

    private static bool Take(string id, ScalarNode name, HashSet<string> taken, ProblemList problems)
    {
        if (taken.Add(id)) return true;
        problems.Add(name.Place, $"The area '{id}' is declared a second time.", "Remove one of the two, or name one by `area: ...`.");
        return false;
    }

    private static string Full(string? parent, string name) => parent is null ? name : $"{parent}/{name}";
}
