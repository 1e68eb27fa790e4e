using System.Collections.Immutable;

namespace RbacGrains.AdminConsole;

/// <summary>Changes of members in words.</summary>
internal static class MemberWords
{
    public static AuditSentence? Of(AuditEntry entry, AuditNames names, AuditFacts before, AuditFacts after, string who) => entry.Kind switch
    {
        AuditKinds.MemberAdded => new(
            "person_add", "good", $"{who} added {entry.Target} as {RemedyWords.Article(names.Role(after.Text("role")))}",
            Beside(AuditLines.Assigned(names, AuditFacts.None, after), "Role", "Status", "E-mail address")),
        AuditKinds.MemberChanged => Changed(entry, names, before, after, who),
        AuditKinds.MemberRemoved when entry.Actor == entry.Target => new("person_remove", "bad", $"{who} left", []),
        AuditKinds.MemberRemoved => new(
            "person_remove", "bad", $"{who} removed {entry.Target}, who was {RemedyWords.Article(names.Role(before.Text("role")))}", []),
        _ => null,
    };

    private static AuditSentence Changed(AuditEntry entry, AuditNames names, AuditFacts before, AuditFacts after, string who)
    {
        var lines = AuditLines.Assigned(names, before, after).ToImmutableArray();
        var target = entry.Target;
        if (lines.FirstOrDefault(line => line.What == "Role") is { } role)
            return new("manage_accounts", "info", $"{who} made {target} {RemedyWords.Article(role.After)} (was {role.Before})", Beside(lines, "Role"));
        if (lines is [{ What: "Status" }])
            return after.Is("suspended")
                ? new("pause_circle", "bad", $"{who} suspended {target}", [])
                : new("play_circle", "good", $"{who} ended the suspension of {target}", []);
        if (lines is [{ What: "Expires" } expiry])
            return new("event", "info", $"{who} changed when {target}'s access expires to {expiry.After} (was {expiry.Before})", []);
        if (lines is [var one])
            return new("tune", "info", $"{who} changed {target}: {one.What}: {one.Before} → {one.After}", []);
        return new("tune", "info", $"{who} changed what {target} holds", lines);
    }

    private static ImmutableArray<AccessChange> Beside(IEnumerable<AccessChange> lines, params string[] what) =>
        [.. lines.Where(line => !what.Contains(line.What))];
}
