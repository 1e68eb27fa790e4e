using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary><c>rbac member</c>: the members of organizations.</summary>
internal static class MemberCommands
{
    /// <summary>Makes the group.</summary>
    public static Command Of(Cli cli) => Group.Of(
        "member",
        "The members of an organization, what they are assigned, and what they hold",
        new MemberListCommand(cli),
        new MemberCountCommand(cli),
        new MemberShowCommand(cli),
        new MemberSetCommand(cli),
        new MemberUpdateCommand(cli),
        new MemberRemoveCommand(cli),
        new MemberPermissionsCommand(cli));

    /// <summary>The path of a member.</summary>
    public static ApiPath Path(string organization, string user, params IEnumerable<string> segments) =>
        ApiPath.OfOrganization(organization, ["members", user, .. segments]);
}
