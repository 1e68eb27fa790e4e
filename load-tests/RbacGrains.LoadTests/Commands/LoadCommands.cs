using System.CommandLine;

namespace RbacGrains.LoadTests;

/// <summary>What the program does beside running scenarios, each by a word on the command line.</summary>
internal static class LoadCommands
{
    /// <summary>Where reports are written.</summary>
    public static readonly Option<string?> Out = new("--out") { Description = "A folder for the report as Markdown and JSON." };

    /// <summary>All of them.</summary>
    public static Command[] All()
    {
        Command[] reporting = [CompareCommand.Make(), StalenessCommand.Make(), HarmCommand.Make(), ScaleCommand.Make(), ChangesCommand.Make(), GrowthCommand.Make()];
        foreach (var command in reporting) command.Options.Add(Out);
        return [.. reporting, HostCommand.Make()];
    }
}
