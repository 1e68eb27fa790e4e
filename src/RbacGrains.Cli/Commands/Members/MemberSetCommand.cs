using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary><c>rbac member set</c>.</summary>
internal sealed class MemberSetCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly Argument<string> _user = PathArguments.User();
    private readonly MemberSetOptions _assignment = new();
    private readonly ChangeOptions _change = new();

    /// <summary>Makes the command.</summary>
    public MemberSetCommand(Cli cli)
        : base(cli, "set", "Add a member, or replace all that one is assigned: what is not given is taken away")
    {
        Add(_organization);
        Add(_user);
        _assignment.AddTo(this);
        _change.AddTo(this);
    }

    /// <inheritdoc/>
    protected override async Task<int> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var path = MemberCommands.Path(invocation.Text(_organization), invocation.Text(_user));
        var request = new ServerRequest(HttpMethod.Put, path, _assignment.Body(invocation.Parsed)) { Change = _change.Read(invocation.Parsed) };
        return invocation.Print(await invocation.Server.Send(request, cancellationToken));
    }
}
