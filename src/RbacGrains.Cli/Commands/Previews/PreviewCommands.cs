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
            new PreviewMemberSetCommand(cli),
            new PreviewMemberUpdateCommand(cli),
            new PreviewMemberRemoveCommand(cli)),
        Group.Of(
            "role",
            "Changes of the organization's own roles",
            new PreviewRolePutCommand(cli),
            new PreviewRoleDeleteCommand(cli)),
        Group.Of(
            "group",
            "Changes of groups, and of who is in them",
            new PreviewGroupSetCommand(cli),
            new PreviewGroupDeleteCommand(cli),
            new PreviewGroupAddCommand(cli),
            new PreviewGroupRemoveCommand(cli)),
        new PreviewPlanCommand(cli));
}
