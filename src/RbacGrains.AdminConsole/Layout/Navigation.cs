using System.Collections.Immutable;

namespace RbacGrains.AdminConsole;

/// <summary>The pages of an organization, in the order in which they are shown. The first that a person may use is where they begin.</summary>
public static class Navigation
{
    /// <summary>Every page that the navigation leads to.</summary>
    public static ImmutableArray<NavigationItem> All { get; } =
    [
        new("users", "Users", "group", AdministrativeOperation.ReadMembers) { Group = "People" },
        new("invitations", "Invitations", "mail", AdministrativeOperation.InviteMembers) { Group = "People" },
        new("groups", "Groups", "groups", AdministrativeOperation.ReadMembers) { Group = "People" },
        new("roles", "Roles", "badge", AdministrativeOperation.ReadMembers) { Group = "People" },
        new("access", "My access", "verified_user", null) { Group = "Insight" },
        new("why", "Why?", "help", null) { Group = "Insight" },
        new("audit", "Audit", "history", AdministrativeOperation.ReadAudit) { Group = "Insight" },
        new("api-keys", "API keys", "key", AdministrativeOperation.ReadApiKeys) { Group = "Organization" },
        new("plan", "Plan", "workspace_premium", AdministrativeOperation.ChangePlan) { Group = "Organization" },
        new("settings", "Settings", "settings", AdministrativeOperation.UpdateOrganization) { Group = "Organization" },
    ];

    /// <summary>What a person may use of an organization.</summary>
    public static IEnumerable<NavigationItem> For(ConsoleOrganization organization) => All.Where(item => item.IsFor(organization));
}
