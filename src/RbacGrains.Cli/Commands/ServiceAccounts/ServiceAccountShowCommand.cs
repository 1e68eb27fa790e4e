using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary><c>rbac service-account show</c>.</summary>
internal sealed class ServiceAccountShowCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly Argument<string> _account = ServiceAccountCommands.Account();

    /// <summary>Makes the command.</summary>
    public ServiceAccountShowCommand(Cli cli)
        : base(cli, "show", "Show a service account and what it is assigned")
    {
        Add(_organization);
        Add(_account);
    }

    /// <inheritdoc/>
    protected override async Task<int> Run(Invocation invocation, CancellationToken cancellationToken) => invocation.Print(
        await invocation.Server.Get(ServiceAccountCommands.Path(invocation.Text(_organization), invocation.Text(_account)), cancellationToken));
}
