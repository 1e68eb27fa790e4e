using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary><c>rbac group add</c>.</summary>
internal sealed class GroupAddCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly Argument<string> _group = GroupCommands.Id();
    private readonly Argument<string> _user = PathArguments.User();
    private readonly ChangeOptions _change = new();

    /// <summary>Makes the command.</summary>
    public GroupAddCommand(Cli cli)
        : base(cli, "add", "Take a member into a group")
    {
        Add(_organization);
        Add(_group);
        Add(_user);
        _change.AddTo(this);
    }

    /// <inheritdoc/>
    protected override async Task<int> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var path = GroupCommands.Path(invocation.Text(_organization), invocation.Text(_group), "members", invocation.Text(_user));
        var request = new ServerRequest(HttpMethod.Put, path) { Change = _change.Read(invocation.Parsed) };
        return invocation.Print(await invocation.Server.Send(request, cancellationToken));
    }
}
