using System.CommandLine;
using System.CommandLine.Invocation;

namespace RbacGrains.Cli;

/// <summary>The program: reads the command line, runs the command, prints what went wrong, and says how it ended.</summary>
internal sealed class CliProgram(CliHost host)
{
    // Ids may begin with '@', which would otherwise name a file with further arguments.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs one command line.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public async Task<int> Run(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        try
        {
            return await Invoke(arguments, cancellationToken);
        }
        catch (CliException error)
        {
            Errors.Print(host.Error, error);
            return ExitCodes.Error;
        }
        catch (OperationCanceledException)
        {
            await host.Error.WriteLineAsync("Cancelled. A change that was under way may have been made.");
            return ExitCodes.Cancelled;
        }
#pragma warning disable CA1031 // A script takes the runtime's own exit codes for an answer: 1 would be "denied".
        catch (Exception mistake)
#pragma warning restore CA1031
        {
            await host.Error.WriteLineAsync($"rbac has a bug; please report this:\n{mistake}");
            return ExitCodes.Error;
        }
    }

    private async Task<int> Invoke(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var parsed = RbacCommand.For(host).Parse(arguments, Parsing);
        if (parsed.Action is ParseErrorAction mistake) return Refuse(parsed, mistake);
        return await parsed.InvokeAsync(
            new InvocationConfiguration { Output = host.Out, Error = host.Error, EnableDefaultExceptionHandler = false },
            cancellationToken);
    }

    // The library's way would print help among the output, and exit as a denied check does.
    private int Refuse(ParseResult parsed, ParseErrorAction mistake)
    {
        mistake.ShowHelp = parsed.CommandResult.Command.Subcommands.Count > 0 && parsed.UnmatchedTokens.Count == 0;
        parsed.Invoke(new InvocationConfiguration { Output = host.Error, Error = host.Error });
        if (!mistake.ShowHelp) host.Error.WriteLine("Add --help to see what the command takes.");
        return ExitCodes.Error;
    }
}
