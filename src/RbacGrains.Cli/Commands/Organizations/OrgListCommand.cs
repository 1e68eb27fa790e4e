namespace RbacGrains.Cli;

/// <summary><c>rbac org list</c>.</summary>
internal sealed class OrgListCommand : CliCommand
{
    private readonly ListOptions _list = new();

    /// <summary>Makes the command.</summary>
    public OrgListCommand(Cli cli)
        : base(cli, "list", "List the organizations: all, or those of the acting user") => _list.AddTo(this);

    /// <inheritdoc/>
    protected override Task<int> Run(Invocation invocation, CancellationToken cancellationToken) => _list.Print(
        invocation,
        ApiPath.Of("organizations"),
        items => Table.Of(items, "id", "name", "model", "plan", "owner", "policy_version"),
        cancellationToken);
}
