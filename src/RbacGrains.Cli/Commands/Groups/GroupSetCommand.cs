using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary><c>rbac group set</c>.</summary>
internal sealed class GroupSetCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly Argument<string> _group = GroupCommands.Id();
    private readonly GroupOptions _content = new();
    private readonly ChangeOptions _change = new();

    /// <summary>Makes the command.</summary>
    public GroupSetCommand(Cli cli)
        : base(cli, "set", "Make a group, or replace all that it gives: what is not given is taken away")
    {
        Add(_organization);
        Add(_group);
        _content.AddTo(this);
        _change.AddTo(this);
    }

    /// <inheritdoc/>
    protected override async Task<int> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var path = GroupCommands.Path(invocation.Text(_organization), invocation.Text(_group));
        var request = new ServerRequest(HttpMethod.Put, path, _content.Body(invocation.Parsed)) { Change = _change.Read(invocation.Parsed) };
        return invocation.Print(await invocation.Server.Send(request, cancellationToken));
    }
}
