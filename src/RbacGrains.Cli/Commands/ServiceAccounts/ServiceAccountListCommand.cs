using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary><c>rbac service-account list</c>.</summary>
internal sealed class ServiceAccountListCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();

    private readonly Option<string?> _role = new("--role")
    {
        Description = "Accounts with this role",
        HelpName = "role",
        CompletionSources = { ShippedNames.Roles },
    };

    private readonly Option<string?> _status = new("--status")
    {
        Description = "Accounts that are active, suspended or expired",
        HelpName = "status",
        CompletionSources = { _ => ShippedNames.Items(["active", "suspended", "expired"]) },
    };

    private readonly ListOptions _list = new();

    /// <summary>Makes the command.</summary>
    public ServiceAccountListCommand(Cli cli)
        : base(cli, "list", "List the service accounts, in the order in which they were made")
    {
        Add(_organization);
        Add(_role);
        Add(_status);
        _list.AddTo(this);
    }

    /// <inheritdoc/>
    protected override Task<int> Run(Invocation invocation, CancellationToken cancellationToken) => _list.Print(
        invocation,
        ApiPath.OfOrganization(invocation.Text(_organization), "service_accounts")
            .With("role", invocation.Get(_role))
            .With("status", invocation.Get(_status)),
        accounts => Table.Of(accounts, "id", "name", "role", "status", "keys", "grants", "expires_at", "created_by"),
        cancellationToken);
}
