namespace RbacGrains.Cli;

/// <summary>What every command is made with.</summary>
/// <param name="Host">The process around the program.</param>
/// <param name="Global">The options that every command takes.</param>
internal sealed record Cli(CliHost Host, GlobalOptions Global);
