using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary>Makes commands that only hold others.</summary>
internal static class Group
{
    /// <summary>A group of commands.</summary>
    public static Command Of(string name, string description, params IEnumerable<Command> commands)
    {
        var group = new Command(name, description);
        foreach (var command in commands) group.Add(command);
        return group;
    }
}
