using System.CommandLine;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary><c>rbac service-account update</c>.</summary>
internal sealed class ServiceAccountUpdateCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly Argument<string> _account = ServiceAccountCommands.Account();
    private readonly Option<string?> _name = new("--name") { Description = "Another name", HelpName = "text" };
    private readonly AssignmentOptions _assignment = new();
    private readonly ProjectOptions _projects = new();
    private readonly MembershipOptions _membership = new(hasEmail: false);
    private readonly RemovalOptions _removals = new(hasEmail: false);
    private readonly ChangeOptions _change = new();

    /// <summary>Makes the command.</summary>
    public ServiceAccountUpdateCommand(Cli cli)
        : base(cli, "update", "Change some of what a service account is: what is not given stays")
    {
        Add(_organization);
        Add(_account);
        Add(_name);
        _assignment.AddTo(this);
        _membership.AddTo(this);
        _projects.AddTo(this);
        _removals.AddTo(this);
        _change.AddTo(this);
    }

    /// <inheritdoc/>
    protected override async Task<int> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var path = ServiceAccountCommands.Path(invocation.Text(_organization), invocation.Text(_account));
        var request = new ServerRequest(HttpMethod.Patch, path, Body(invocation)) { Change = _change.Read(invocation.Parsed) };
        return invocation.Print(await invocation.Server.Send(request, cancellationToken));
    }

    private JsonObject Body(Invocation invocation)
    {
        var body = new JsonObject();
        if (invocation.Get(_name) is { } name) body["name"] = name;
        _assignment.WriteTo(body, invocation.Parsed);
        _membership.WriteTo(body, invocation.Parsed);
        if (_projects.Read(invocation.Parsed) is { Count: > 0 } projects) body["projects"] = projects;
        _removals.WriteTo(body, invocation.Parsed);
        return body.Count > 0 ? body : throw CliErrors.Usage("There is nothing to change. 'rbac service-account update --help' lists what can be.");
    }
}
