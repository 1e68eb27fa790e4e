using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>Reads <c>presets</c>, the common configurations of area levels.</summary>
internal static class PresetsReader
{
    public static ImmutableArray<Preset> Read(Fields document, Inheritance inheritance, Declarations names)
    {
        var presets = ImmutableArray.CreateBuilder<Preset>();
        foreach (var fields in document.Entries("presets", DocumentSections.Preset))
        {
            var title = fields.Title("title");
            var id = fields.NameOr("preset", title);
            names.Presets.Declare(id, fields.Problems);
            var areas = GrantsReader.Areas(fields, inheritance, names);
            presets.Add(new Preset(
                id?.Text ?? "", title, Grants.Of(areas.Select(grant => KeyValuePair.Create(grant.On, grant.Level)))));
        }
        return presets.ToImmutable();
    }
}
