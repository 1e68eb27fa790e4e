using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary><c>rbac db</c>: a server's database, without the server.</summary>
internal static class DatabaseCommands
{
    /// <summary>Makes the group.</summary>
    public static Command Of(Cli cli) => Group.Of(
        "db", "A server's database: its schema, without the server", new DatabaseMigrateCommand(cli), new DatabaseStatusCommand(cli));
}
