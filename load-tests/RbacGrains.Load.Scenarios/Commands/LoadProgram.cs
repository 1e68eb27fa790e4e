using System.CommandLine;
using System.CommandLine.Invocation;

namespace RbacGrains.Load.Scenarios;

/// <summary>The command line of a load program.</summary>
public static class LoadProgram
{
    /// <summary>Runs the program.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="targets">What it can load; the first one by default.</param>
    /// <param name="further">Commands of its own.</param>
    /// <returns>0; 1 when there were errors among the answers; 2 for a mistake in the command line; 3 when the target could not be reached or prepared.</returns>
    public static async Task<int> Run(string[] args, IReadOnlyList<TargetKind> targets, params Command[] further)
    {
        var root = new RootCommand("Loads the grid, and measures it.") { new RunCommand(targets).Make(), ListCommand.Make(targets) };
        foreach (var command in further) root.Subcommands.Add(command);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count == 0 || parsed.Action is not ParseErrorAction) return await parsed.InvokeAsync();
        foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
        return 2;
    }
}
