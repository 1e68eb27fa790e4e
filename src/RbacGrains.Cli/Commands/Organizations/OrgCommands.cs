using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary><c>rbac org</c>: organizations.</summary>
internal static class OrgCommands
{
    /// <summary>Makes the group.</summary>
    public static Command Of(Cli cli) => Group.Of(
        "org",
        "Organizations: their plan and settings, roles, audit log, and who can do what",
        new OrgListCommand(cli),
        new OrgShowCommand(cli),
        new OrgCreateCommand(cli),
        new OrgUpdateCommand(cli),
        new OrgDeleteCommand(cli),
        new OrgRolesCommand(cli),
        new OrgAuditCommand(cli),
        new OrgWhoCanCommand(cli));
}
