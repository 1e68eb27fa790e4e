using System.CommandLine;
using System.CommandLine.Invocation;

namespace RbacGrains.Load.Scenarios;

/// <summary>The command line of a load program.</summary>
public static class LoadProgram
{
    /// <summary>The exit code of a run that was interrupted by Ctrl+C or SIGTERM.</summary>
    public const int Interrupted = 130;

    // The processes that a target has started are asked to stop, and that may take them longer than the two seconds that there are by default.
    private static readonly TimeSpan StoppingTime = TimeSpan.FromMinutes(2);

    /// <summary>Runs the program.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="targets">What it can load; the first one by default.</param>
    /// <param name="further">Commands of its own.</param>
    /// <returns>
    /// 0; 1 when there were errors among the answers; 2 for a mistake in the command line; 3 when the target could not be reached or prepared;
    /// <see cref="Interrupted"/>.
    /// </returns>
    public static async Task<int> Run(string[] args, IReadOnlyList<TargetKind> targets, params Command[] further)
    {
        var root = new RootCommand("Loads the grid, and measures it.") { new RunCommand(targets).Make(), ListCommand.Make(targets) };
        foreach (var command in further) root.Subcommands.Add(command);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count == 0 || parsed.Action is not ParseErrorAction)
            return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = StoppingTime });
        foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
        return 2;
    }
}
