using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary><c>rbac key delete</c>.</summary>
internal sealed class KeyDeleteCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly Argument<string> _key = KeyCommands.Key();
    private readonly ChangeOptions _change = new();

    /// <summary>Makes the command.</summary>
    public KeyDeleteCommand(Cli cli)
        : base(cli, "delete", "Delete an API key; its service account goes with the last one")
    {
        Add(_organization);
        Add(_key);
        _change.AddTo(this);
    }

    /// <inheritdoc/>
    protected override async Task<int> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var (organization, key) = (invocation.Text(_organization), invocation.Text(_key));
        var request = new ServerRequest(HttpMethod.Delete, KeyCommands.Path(organization, key)) { Change = _change.Read(invocation.Parsed) };
        await invocation.Server.Send(request, cancellationToken);
        return invocation.Done($"Deleted {key} of {organization}: it opens nothing any more.");
    }
}
