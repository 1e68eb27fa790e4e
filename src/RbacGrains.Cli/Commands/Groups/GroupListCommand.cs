using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary><c>rbac group list</c>.</summary>
internal sealed class GroupListCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly ListOptions _list = new();

    /// <summary>Makes the command.</summary>
    public GroupListCommand(Cli cli)
        : base(cli, "list", "List the groups, in the order in which they were made")
    {
        Add(_organization);
        _list.AddTo(this);
    }

    /// <inheritdoc/>
    protected override Task<int> Run(Invocation invocation, CancellationToken cancellationToken) => _list.Print(
        invocation,
        ApiPath.OfOrganization(invocation.Text(_organization), "groups"),
        groups => Table.Of(groups, "id", "title", "role", "grants", "members"),
        cancellationToken);
}
