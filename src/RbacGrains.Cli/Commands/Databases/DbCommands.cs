using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary><c>rbac db</c>.</summary>
internal static class DbCommands
{
    /// <summary>Makes the group.</summary>
    public static Command Of(Cli cli) => Group.Of("db", "Look after a database", new DbMigrateCommand(cli));
}
