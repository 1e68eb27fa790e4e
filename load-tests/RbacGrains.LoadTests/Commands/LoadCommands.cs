using System.CommandLine;

namespace RbacGrains.LoadTests;

/// <summary>What the program does, each by a word on the command line.</summary>
internal static class LoadCommands
{
    /// <summary>Where reports are written.</summary>
    public static readonly Option<string?> Out = new("--out") { Description = "A folder for the report as Markdown and JSON.", Recursive = true };

    /// <summary>All of them.</summary>
    public static RootCommand Root()
    {
        var root = new RootCommand("Loads a cluster of RbacGrains and measures it.")
        {
            RunCommand.Make(),
            CompareCommand.Make(),
            StalenessCommand.Make(),
            HarmCommand.Make(),
            ScaleCommand.Make(),
            ChangesCommand.Make(),
            HostCommand.Make(),
        };
        root.Options.Add(Out);
        return root;
    }
}
