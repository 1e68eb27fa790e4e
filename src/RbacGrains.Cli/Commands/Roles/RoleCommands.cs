using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary><c>rbac role</c>: the roles of an organization, its own among them.</summary>
internal static class RoleCommands
{
    /// <summary>Makes the group.</summary>
    public static Command Of(Cli cli) => Group.Of(
        "role",
        "Roles of an organization: the model's, and those it makes for itself",
        new OrgRolesCommand(cli, "list"),
        new ShowCommand(cli, "Show a role: what it gives, and of one of the organization's own what it was made of", Role(), Path),
        new WriteCommand(
            cli,
            "put",
            "Make a role of the organization's own, or replace all that one is",
            Role(),
            Path,
            HttpMethod.Put,
            new RoleOptions()),
        new RoleDeleteCommand(cli));

    /// <summary>A role.</summary>
    public static Argument<string> Role() => new("ROLE") { Description = "The role's id" };

    /// <summary>The path of a role.</summary>
    public static ApiPath Path(string organization, string role) => ApiPath.OfOrganization(organization, "roles", role);
}
