using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary><c>rbac group remove</c>.</summary>
internal sealed class GroupRemoveCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly Argument<string> _group = GroupCommands.Id();
    private readonly Argument<string> _user = PathArguments.User();
    private readonly ChangeOptions _change = new();

    /// <summary>Makes the command.</summary>
    public GroupRemoveCommand(Cli cli)
        : base(cli, "remove", "Take somebody out of a group")
    {
        Add(_organization);
        Add(_group);
        Add(_user);
        _change.AddTo(this);
    }

    /// <inheritdoc/>
    protected override async Task<int> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var (organization, group, user) = (invocation.Text(_organization), invocation.Text(_group), invocation.Text(_user));
        var request = new ServerRequest(HttpMethod.Delete, GroupCommands.Path(organization, group, "members", user))
        {
            Change = _change.Read(invocation.Parsed),
        };
        await invocation.Server.Send(request, cancellationToken);
        return invocation.Done($"Took {user} out of group {group} of {organization}.");
    }
}
