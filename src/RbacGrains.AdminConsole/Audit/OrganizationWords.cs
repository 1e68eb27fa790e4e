using System.Collections.Immutable;

namespace RbacGrains.AdminConsole;

/// <summary>Changes of the organization in words.</summary>
internal static class OrganizationWords
{
    public static AuditSentence? Of(AuditEntry entry, AuditNames names, AuditFacts before, AuditFacts after, string who) => entry.Kind switch
    {
        AuditKinds.OrganizationCreated => new(
            "domain_add", "good", $"{who} created “{after.Text("name")}” on the plan {names.Plan(after.Text("plan") ?? "")}, owned by {after.Text("owner")}", []),
        AuditKinds.OrganizationUpdated => Updated(before, after, who),
        AuditKinds.PlanChanged => new(
            "workspace_premium", "info",
            $"{who} moved to the plan {names.Plan(after.Text("plan") ?? "")} (was {names.Plan(before.Text("plan") ?? "")})", Lines(before, after)),
        AuditKinds.OrganizationDeleted => new("domain_disabled", "bad", $"{who} deleted “{before.Text("name")}”", []),
        _ => null,
    };

    private static AuditSentence Updated(AuditFacts before, AuditFacts after, string who)
    {
        var lines = Lines(before, after);
        return lines is [{ What: "Name" } name]
            ? new("edit", "info", $"{who} renamed the organization to “{name.After}” (was “{name.Before}”)", [])
            : new("settings", "info", $"{who} changed the settings", lines);
    }

    private static ImmutableArray<AccessChange> Lines(AuditFacts before, AuditFacts after)
    {
        var (was, isNow) = (before.Part("settings"), after.Part("settings"));
        return
        [
            .. AuditLines.Texts(before, after, ("name", "Name")),
            .. AuditLines.Texts(was, isNow, ("invitation_days", "Invitations are open for (days)")),
            .. AuditLines.List(was, isNow, "email_domains", "Domains that may be invited", "all", domain => domain),
        ];
    }
}
