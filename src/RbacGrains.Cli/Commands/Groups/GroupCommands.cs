using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary><c>rbac group</c>: the groups of an organization's members.</summary>
internal static class GroupCommands
{
    /// <summary>Makes the group of commands.</summary>
    public static Command Of(Cli cli) => Group.Of(
        "group",
        "Groups of an organization: what they give to their members, and who is in them",
        new GroupListCommand(cli),
        new ShowCommand(cli, "Show what a group gives, and how many members it has", Id(), PathOf),
        new WriteCommand(
            cli,
            "set",
            "Make a group, or replace all that it gives: what is not given is taken away",
            Id(),
            PathOf,
            HttpMethod.Put,
            new GroupOptions()),
        new DeleteCommand(
            cli,
            "delete",
            "Delete a group: its members keep what they hold otherwise",
            Id(),
            PathOf,
            (organization, group) => $"Deleted group {group} of {organization}."),
        new GroupMembersCommand(cli),
        new GroupAddCommand(cli),
        new GroupRemoveCommand(cli));

    /// <summary>A group.</summary>
    public static Argument<string> Id() => new("GROUP") { Description = "The group" };

    /// <summary>The path of a group.</summary>
    public static ApiPath Path(string organization, string group, params IEnumerable<string> segments) =>
        ApiPath.OfOrganization(organization, ["groups", group, .. segments]);

    private static ApiPath PathOf(string organization, string group) => Path(organization, group);
}
