using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary><c>rbac group delete</c>.</summary>
internal sealed class GroupDeleteCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly Argument<string> _group = GroupCommands.Id();
    private readonly ChangeOptions _change = new();

    /// <summary>Makes the command.</summary>
    public GroupDeleteCommand(Cli cli)
        : base(cli, "delete", "Delete a group: its members keep what they hold otherwise")
    {
        Add(_organization);
        Add(_group);
        _change.AddTo(this);
    }

    /// <inheritdoc/>
    protected override async Task<int> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var (organization, group) = (invocation.Text(_organization), invocation.Text(_group));
        var request = new ServerRequest(HttpMethod.Delete, GroupCommands.Path(organization, group)) { Change = _change.Read(invocation.Parsed) };
        await invocation.Server.Send(request, cancellationToken);
        return invocation.Done($"Deleted group {group} of {organization}.");
    }
}
