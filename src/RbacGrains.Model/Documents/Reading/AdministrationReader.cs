using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>Reads <c>administration</c>: which action of the model the service's own operations need.</summary>
internal static class AdministrationReader
{
    public static ImmutableSortedDictionary<AdministrativeOperation, string> Read(Fields document, Declarations names)
    {
        var needed = ImmutableSortedDictionary.CreateBuilder<AdministrativeOperation, string>();
        if (document.Inner("administration", DocumentSections.Administration) is not { } fields) return needed.ToImmutable();
        foreach (var operation in Enum.GetValues<AdministrativeOperation>())
        {
            var key = DocumentSections.KeyOf(operation);
            if (fields.Word(key) is { } word
                && names.Actions.Resolve(word, $"The operation '{key}'", fields.Problems) is { } action) needed.Add(operation, action);
        }
        return needed.ToImmutable();
    }
}
