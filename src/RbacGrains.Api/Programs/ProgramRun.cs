namespace RbacGrains.Api;

/// <summary>Runs a program, and turns what keeps it from starting into words and an exit code.</summary>
internal static class ProgramRun
{
    /// <summary>Runs it to its end.</summary>
    /// <param name="program">The program; returns when it was asked to stop.</param>
    /// <param name="error">Where it says why it does not start.</param>
    /// <param name="explain">The failures that this program expects beside those of every program, as a sentence; null for others.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> Run(Func<Task> program, TextWriter error, Func<Exception, string?> explain)
    {
        try
        {
            await program();
            return ExitCodes.Success;
        }
        catch (ConfigurationException mistake)
        {
            await error.WriteLineAsync(mistake.Message);
            return ExitCodes.Misconfigured;
        }
        catch (Exception failure) when ((explain(failure) ?? StartFailure.Explain(failure)) is { } explanation)
        {
            await error.WriteLineAsync($"RbacGrains cannot start: {explanation}");
            return ExitCodes.Failed;
        }
    }
}
