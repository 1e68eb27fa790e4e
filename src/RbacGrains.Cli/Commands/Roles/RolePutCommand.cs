using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary><c>rbac role put</c>.</summary>
internal sealed class RolePutCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly Argument<string> _role = RoleCommands.Role();
    private readonly RoleOptions _content = new();
    private readonly ChangeOptions _change = new();

    /// <summary>Makes the command.</summary>
    public RolePutCommand(Cli cli)
        : base(cli, "put", "Make a role of the organization's own, or replace all that one is")
    {
        Add(_organization);
        Add(_role);
        _content.AddTo(this);
        _change.AddTo(this);
    }

    /// <inheritdoc/>
    protected override async Task<int> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var path = RoleCommands.Path(invocation.Text(_organization), invocation.Text(_role));
        var request = new ServerRequest(HttpMethod.Put, path, _content.Body(invocation.Parsed)) { Change = _change.Read(invocation.Parsed) };
        return invocation.Print(await invocation.Server.Send(request, cancellationToken));
    }
}
