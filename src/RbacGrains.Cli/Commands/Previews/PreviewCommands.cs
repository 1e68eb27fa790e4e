using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary><c>rbac preview</c>: what changes would do.</summary>
internal static class PreviewCommands
{
    /// <summary>Makes the group.</summary>
    public static Command Of(Cli cli) => Group.Of(
        "preview",
        "Who would gain and lose what by a change, without making it",
        Group.Of(
            "member",
            "Changes of members",
            PreviewCommand.OfMember(cli, "set", "put", new MemberSetOptions()),
            PreviewCommand.OfMember(cli, "update", "patch", new MemberUpdateOptions()),
            PreviewCommand.OfMember(cli, "remove", "remove")),
        Group.Of(
            "role",
            "Changes of the organization's own roles",
            PreviewCommand.OfRole(cli, "put", "put", new RoleOptions()),
            PreviewCommand.OfRole(cli, "delete", "delete", new RoleReassignment("The role that its holders get instead"))),
        Group.Of(
            "group",
            "Changes of groups, and of who is in them",
            PreviewCommand.OfGroup(cli, "set", "put", new GroupOptions()),
            PreviewCommand.OfGroup(cli, "delete", "delete"),
            PreviewCommand.OfGroupMember(cli, "add", "add_member"),
            PreviewCommand.OfGroupMember(cli, "remove", "remove_member")),
        new PreviewPlanCommand(cli));
}
