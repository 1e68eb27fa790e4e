using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary><c>rbac key list</c>.</summary>
internal sealed class KeyListCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();

    private readonly Option<string?> _prefix = new("--prefix")
    {
        Description = "Keys that begin like this (rbac_k3j...); never a whole key",
        HelpName = "prefix",
    };

    private readonly Option<string?> _account = new("--service-account") { Description = "Keys of this service account", HelpName = "id" };

    private readonly Option<string?> _status = new("--status")
    {
        Description = "Keys that are active, suspended or expired",
        HelpName = "status",
        CompletionSources = { _ => ShippedNames.Items(["active", "suspended", "expired"]) },
    };

    private readonly ListOptions _list = new();

    /// <summary>Makes the command.</summary>
    public KeyListCommand(Cli cli)
        : base(cli, "list", "List the API keys, account by account")
    {
        Add(_organization);
        Add(_prefix);
        Add(_account);
        Add(_status);
        _list.AddTo(this);
    }

    /// <inheritdoc/>
    protected override Task<int> Run(Invocation invocation, CancellationToken cancellationToken) => _list.Print(
        invocation,
        ApiPath.OfOrganization(invocation.Text(_organization), "api_keys")
            .With("prefix", invocation.Get(_prefix))
            .With("service_account", invocation.Get(_account))
            .With("status", invocation.Get(_status)),
        keys => Table.Of(keys, "id", "name", "status", "service_account", "last_used_at", "expires_at", "created_by"),
        cancellationToken);
}
