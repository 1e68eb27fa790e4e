using System.Collections.Immutable;

namespace RbacGrains.AdminConsole;

/// <summary>The pages of an organization, in the order in which they are shown. The first that a person may use is where they begin.</summary>
public static class Navigation
{
    /// <summary>Every page that the navigation leads to.</summary>
    public static ImmutableArray<NavigationItem> All { get; } =
    [
        new("access", "My access", "verified_user", null),
        new("roles", "Roles", "badge", AdministrativeOperation.ReadMembers),
        new("groups", "Groups", "groups", AdministrativeOperation.ReadMembers),
        new("why", "Why?", "help", null),
        new("audit", "Audit", "history", AdministrativeOperation.ReadAudit),
        new("api-keys", "API keys", "key", AdministrativeOperation.ReadApiKeys) { Group = "Organization" },
        new("plan", "Plan", "workspace_premium", AdministrativeOperation.ChangePlan) { Group = "Organization" },
        new("settings", "Settings", "settings", AdministrativeOperation.UpdateOrganization) { Group = "Organization" },
    ];

    /// <summary>What a person may use of an organization.</summary>
    public static IEnumerable<NavigationItem> For(ConsoleOrganization organization) => All.Where(item => item.IsFor(organization));
}
