using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary>A command that does something.</summary>
internal abstract class CliCommand : Command
{
    /// <summary>Makes a command.</summary>
    protected CliCommand(Cli cli, string name, string description)
        : base(name, description)
    {
        SetAction(async (parsed, cancellationToken) =>
        {
            using var invocation = new Invocation(cli, parsed);
            return await Run(invocation, cancellationToken);
        });
    }

    /// <summary>Does it.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    protected abstract Task<int> Run(Invocation invocation, CancellationToken cancellationToken);
}
