using System.CommandLine;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary><c>rbac member update</c>.</summary>
internal sealed class MemberUpdateCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly Argument<string> _user = PathArguments.User();
    private readonly AssignmentOptions _assignment = new();
    private readonly ProjectOptions _projects = new();
    private readonly MembershipOptions _membership = new();
    private readonly RemovalOptions _removals = new();
    private readonly ChangeOptions _change = new();

    /// <summary>Makes the command.</summary>
    public MemberUpdateCommand(Cli cli)
        : base(cli, "update", "Change some of what a member is assigned: what is not given stays")
    {
        Add(_organization);
        Add(_user);
        _assignment.AddTo(this);
        _membership.AddTo(this);
        _projects.AddTo(this);
        _removals.AddTo(this);
        _change.AddTo(this);
    }

    /// <inheritdoc/>
    protected override async Task<int> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var path = MemberCommands.Path(invocation.Text(_organization), invocation.Text(_user));
        var request = new ServerRequest(HttpMethod.Patch, path, Body(invocation.Parsed)) { Change = _change.Read(invocation.Parsed) };
        return invocation.Print(await invocation.Server.Send(request, cancellationToken));
    }

    private JsonObject Body(ParseResult parsed)
    {
        var body = new JsonObject();
        _assignment.WriteTo(body, parsed);
        _membership.WriteTo(body, parsed);
        if (_projects.Read(parsed) is { Count: > 0 } projects) body["projects"] = projects;
        _removals.WriteTo(body, parsed);
        return body.Count > 0 ? body : throw CliErrors.Usage("There is nothing to change. 'rbac member update --help' lists what can be.");
    }
}
