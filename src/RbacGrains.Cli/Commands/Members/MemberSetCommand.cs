using System.CommandLine;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary><c>rbac member set</c>.</summary>
internal sealed class MemberSetCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly Argument<string> _user = PathArguments.User();
    private readonly AssignmentOptions _assignment = new();
    private readonly ProjectOptions _projects = new();
    private readonly MembershipOptions _membership = new();
    private readonly ChangeOptions _change = new();

    /// <summary>Makes the command.</summary>
    public MemberSetCommand(Cli cli)
        : base(cli, "set", "Add a member, or replace all that one is assigned: what is not given is taken away")
    {
        Add(_organization);
        Add(_user);
        _assignment.AddTo(this);
        _membership.AddTo(this);
        _projects.AddTo(this);
        _change.AddTo(this);
    }

    /// <inheritdoc/>
    protected override async Task<int> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var body = new JsonObject();
        _assignment.WriteTo(body, invocation.Parsed);
        _membership.WriteTo(body, invocation.Parsed);
        if (_projects.Read(invocation.Parsed) is { Count: > 0 } projects) body["projects"] = projects;
        var path = MemberCommands.Path(invocation.Text(_organization), invocation.Text(_user));
        var request = new ServerRequest(HttpMethod.Put, path, body) { Change = _change.Read(invocation.Parsed) };
        return invocation.Print(await invocation.Server.Send(request, cancellationToken));
    }
}
