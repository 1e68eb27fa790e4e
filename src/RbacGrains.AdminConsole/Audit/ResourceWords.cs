using System.Collections.Immutable;

namespace RbacGrains.AdminConsole;

/// <summary>Changes of the catalog in words.</summary>
internal static class ResourceWords
{
    public static AuditSentence? Of(AuditEntry entry, AuditFacts before, AuditFacts after, string who) => entry.Kind switch
    {
        AuditKinds.ResourceAdded => new("inventory_2", "good", $"{who} entered {Name(entry, after)} into the catalog", Lines(before, after)),
        AuditKinds.ResourceChanged => new("inventory_2", "info", $"{who} changed what the catalog says of {Name(entry, after)}", Lines(before, after)),
        AuditKinds.ResourceRemoved => new("inventory_2", "bad", $"{who} removed {Name(entry, before)} from the catalog", []),
        _ => null,
    };

    private static string Name(AuditEntry entry, AuditFacts facts) =>
        facts.Text("name") is { Length: > 0 } name ? $"“{name}” ({entry.Target})" : entry.Target;

    private static ImmutableArray<AccessChange> Lines(AuditFacts before, AuditFacts after)
    {
        var (was, isNow) = (before.Part("properties"), after.Part("properties"));
        var properties = before.Names("properties").Union(after.Names("properties"), StringComparer.Ordinal)
            .Select(name => new AccessChange(name, Text(was, name), Text(isNow, name))).Where(line => line.Before != line.After);
        return [.. AuditLines.Texts(before, after, ("name", "Name"), ("project", "Project")), .. properties];
    }

    private static string Text(AuditFacts facts, string name) => facts.Json?[name] is { } value ? value.ToJsonString() : "not set";
}
