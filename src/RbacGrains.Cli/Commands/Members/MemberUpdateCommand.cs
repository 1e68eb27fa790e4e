using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary><c>rbac member update</c>.</summary>
internal sealed class MemberUpdateCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly Argument<string> _user = PathArguments.User();
    private readonly MemberUpdateOptions _patch = new();
    private readonly ChangeOptions _change = new();

    /// <summary>Makes the command.</summary>
    public MemberUpdateCommand(Cli cli)
        : base(cli, "update", "Change some of what a member is assigned: what is not given stays")
    {
        Add(_organization);
        Add(_user);
        _patch.AddTo(this);
        _change.AddTo(this);
    }

    /// <inheritdoc/>
    protected override async Task<int> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var path = MemberCommands.Path(invocation.Text(_organization), invocation.Text(_user));
        var request = new ServerRequest(HttpMethod.Patch, path, _patch.Body(invocation.Parsed)) { Change = _change.Read(invocation.Parsed) };
        return invocation.Print(await invocation.Server.Send(request, cancellationToken));
    }
}
