namespace RbacGrains.Cli.Tests;

/// <summary>What came of a command line.</summary>
internal sealed record Outcome(int Exit, string Out, string Error)
{
    /// <summary>The lines of the output.</summary>
    public string[] Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
