using System.CommandLine;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary><c>rbac key create</c>.</summary>
internal sealed class KeyCreateCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly Argument<string> _name = new("NAME") { Description = "What people call it" };
    private readonly AssignmentOptions _assignment = new();
    private readonly ProjectOptions _projects = new();

    private readonly Option<string?> _account = new("--service-account")
    {
        Description = "Add the key to this service account, and hold what it holds; one is made when not given",
        HelpName = "id",
    };

    private readonly Option<string?> _expiresIn = new("--expires-in")
    {
        Description = "How long the key is good (12h, 90d, P90D); until it is deleted when not given",
        HelpName = "duration",
    };

    private readonly Option<bool> _actsForUsers = new("--acts-for-users") { Description = "Let its calls name the user on whose behalf they are made" };
    private readonly ChangeOptions _change = new();

    /// <summary>Makes the command.</summary>
    public KeyCreateCommand(Cli cli)
        : base(cli, "create", "Make an API key, and a service account that holds what is given")
    {
        Add(_organization);
        Add(_name);
        _assignment.AddTo(this);
        _projects.AddTo(this);
        Add(_account);
        Add(_expiresIn);
        Add(_actsForUsers);
        _change.AddTo(this);
    }

    /// <inheritdoc/>
    protected override async Task<int> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["name"] = invocation.Text(_name) };
        _assignment.WriteTo(body, invocation.Parsed);
        if (_projects.Read(invocation.Parsed) is { Count: > 0 } projects) body["projects"] = projects;
        if (invocation.Get(_account) is { } account) body["service_account"] = account;
        if (invocation.Get(_expiresIn) is { } duration) body["expires_in"] = DurationText.ToJson(duration);
        if (invocation.Get(_actsForUsers)) body["acts_for_users"] = true;
        var path = ApiPath.OfOrganization(invocation.Text(_organization), "api_keys");
        var request = new ServerRequest(HttpMethod.Post, path, body) { Change = _change.Read(invocation.Parsed) };
        return KeyCommands.Print(invocation, await invocation.Server.Send(request, cancellationToken));
    }
}
