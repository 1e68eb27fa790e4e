using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary><c>rbac key show</c>.</summary>
internal sealed class KeyShowCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly Argument<string> _key = KeyCommands.Key();

    /// <summary>Makes the command.</summary>
    public KeyShowCommand(Cli cli)
        : base(cli, "show", "Show an API key, without its secret")
    {
        Add(_organization);
        Add(_key);
    }

    /// <inheritdoc/>
    protected override async Task<int> Run(Invocation invocation, CancellationToken cancellationToken) => invocation.Print(
        await invocation.Server.Get(KeyCommands.Path(invocation.Text(_organization), invocation.Text(_key)), cancellationToken));
}
