using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary><c>rbac group members</c>.</summary>
internal sealed class GroupMembersCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly Argument<string> _group = GroupCommands.Id();
    private readonly ListOptions _list = new();

    /// <summary>Makes the command.</summary>
    public GroupMembersCommand(Cli cli)
        : base(cli, "members", "List the members of a group, in the order in which they came")
    {
        Add(_organization);
        Add(_group);
        _list.AddTo(this);
    }

    /// <inheritdoc/>
    protected override Task<int> Run(Invocation invocation, CancellationToken cancellationToken) => _list.Print(
        invocation,
        GroupCommands.Path(invocation.Text(_organization), invocation.Text(_group), "members"),
        members => Table.Of(members, "user", "role", "status", "email", "groups"),
        cancellationToken);
}
