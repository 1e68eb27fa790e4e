using System.Collections.Immutable;

namespace RbacGrains.AdminConsole;

/// <summary>Changes of groups in words.</summary>
internal static class GroupWords
{
    public static AuditSentence? Of(AuditEntry entry, AuditNames names, AuditFacts before, AuditFacts after, string who)
    {
        var title = $"“{after.Text("title") ?? before.Text("title") ?? entry.Target}”";
        return entry.Kind switch
        {
            AuditKinds.GroupCreated => new("group_add", "good", $"{who} made the group {title}", [.. Lines(names, before, after).Where(line => line.What != "Title")]),
            AuditKinds.GroupChanged when Lines(names, before, after) is [var one] => new(
                "groups", "info", $"{who} changed the group {title}: {one.What}: {one.Before} → {one.After}", []),
            AuditKinds.GroupChanged => new("groups", "info", $"{who} changed the group {title}", Lines(names, before, after)),
            AuditKinds.GroupDeleted => new("group_off", "bad", $"{who} deleted the group {title}", []),
            AuditKinds.GroupMemberAdded => new("group_add", "good", $"{who} put {entry.Target} into the group {GroupOf(after)}", []),
            AuditKinds.GroupMemberRemoved => new("group_remove", "bad", $"{who} took {entry.Target} out of the group {GroupOf(before)}", []),
            _ => null,
        };
    }

    private static string GroupOf(AuditFacts facts) => $"“{facts.Text("group") ?? "?"}”";

    private static ImmutableArray<AccessChange> Lines(AuditNames names, AuditFacts before, AuditFacts after) =>
    [
        .. AuditLines.Texts(before, after, ("title", "Title"), ("description", "Description")),
        .. before.Text("role") == after.Text("role")
            ? [] : new[] { new AccessChange("Role of its members", names.Role(before.Text("role")), names.Role(after.Text("role"))) },
        .. AuditLines.Granted(names, before, after, ""),
    ];
}
