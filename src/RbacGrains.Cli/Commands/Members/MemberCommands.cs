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
        new ShowCommand(cli, "Show what a member is assigned", PathArguments.User(), PathOf),
        new WriteCommand(
            cli,
            "set",
            "Add a member, or replace all that one is assigned: what is not given is taken away",
            PathArguments.User(),
            PathOf,
            HttpMethod.Put,
            new MemberSetOptions()),
        new WriteCommand(
            cli,
            "update",
            "Change some of what a member is assigned: what is not given stays",
            PathArguments.User(),
            PathOf,
            HttpMethod.Patch,
            new MemberUpdateOptions()),
        new DeleteCommand(
            cli, "remove", "Remove a member", PathArguments.User(), PathOf, (organization, user) => $"Removed {user} from {organization}."),
        new MemberPermissionsCommand(cli));

    /// <summary>The path of a member.</summary>
    public static ApiPath Path(string organization, string user, params IEnumerable<string> segments) =>
        ApiPath.OfOrganization(organization, ["members", user, .. segments]);

    private static ApiPath PathOf(string organization, string user) => Path(organization, user);
}
