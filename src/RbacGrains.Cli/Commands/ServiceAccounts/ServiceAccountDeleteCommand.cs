using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary><c>rbac service-account delete</c>.</summary>
internal sealed class ServiceAccountDeleteCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly Argument<string> _account = ServiceAccountCommands.Account();
    private readonly ChangeOptions _change = new();

    /// <summary>Makes the command.</summary>
    public ServiceAccountDeleteCommand(Cli cli)
        : base(cli, "delete", "Remove a service account with all its keys")
    {
        Add(_organization);
        Add(_account);
        _change.AddTo(this);
    }

    /// <inheritdoc/>
    protected override async Task<int> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var (organization, account) = (invocation.Text(_organization), invocation.Text(_account));
        var request = new ServerRequest(HttpMethod.Delete, ServiceAccountCommands.Path(organization, account))
        {
            Change = _change.Read(invocation.Parsed),
        };
        await invocation.Server.Send(request, cancellationToken);
        return invocation.Done($"Removed {account} from {organization}, with all its keys.");
    }
}
