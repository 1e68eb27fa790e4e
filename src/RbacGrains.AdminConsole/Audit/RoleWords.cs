using System.Collections.Immutable;

namespace RbacGrains.AdminConsole;

/// <summary>Changes of an organization's own roles in words.</summary>
internal static class RoleWords
{
    public static AuditSentence? Of(AuditEntry entry, AuditNames names, AuditFacts before, AuditFacts after, string who)
    {
        var title = $"“{after.Text("title") ?? before.Text("title") ?? entry.Target}”";
        return entry.Kind switch
        {
            AuditKinds.RoleCreated => new(
                "badge", "good", $"{who} made the role {title}{(after.Text("based_on") is { } from ? $", based on {names.Role(from)}" : "")}",
                [.. Lines(names, before, after).Where(line => line.What is not ("Title" or "Based on"))]),
            AuditKinds.RoleChanged when Lines(names, before, after) is [var one] => new(
                "badge", "info", $"{who} changed the role {title}: {one.What}: {one.Before} → {one.After}", []),
            AuditKinds.RoleChanged => new("badge", "info", $"{who} changed the role {title}", Lines(names, before, after)),
            AuditKinds.RoleDeleted => new("badge", "bad", $"{who} deleted the role {title}", []),
            _ => null,
        };
    }

    private static ImmutableArray<AccessChange> Lines(AuditNames names, AuditFacts before, AuditFacts after)
    {
        var (was, isNow) = (before.Text("based_on"), after.Text("based_on"));
        return
        [
            .. AuditLines.Texts(before, after, ("title", "Title"), ("description", "Description")),
            .. was == isNow ? [] : new[] { new AccessChange("Based on", names.Role(was), names.Role(isNow)) },
            .. AuditLines.Granted(names, before, after, ""),
            .. AuditLines.List(before, after, "plans", "Plans", "all", names.Plan),
            .. AuditLines.List(before, after, "assignable_by", "Given by", "whoever may change members", role => names.Role(role)),
        ];
    }
}
