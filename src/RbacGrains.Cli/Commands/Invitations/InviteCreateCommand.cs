using System.CommandLine;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary><c>rbac invite create</c>.</summary>
internal sealed class InviteCreateCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly Argument<string> _email = new("EMAIL") { Description = "The address to invite" };
    private readonly AssignmentOptions _assignment = new();

    private readonly Option<string?> _expiresIn = new("--expires-in")
    {
        Description = "How long it can be accepted (30m, 12h, 7d, P7D); the organization's setting when not given",
        HelpName = "duration",
    };

    private readonly ChangeOptions _change = new();

    /// <summary>Makes the command.</summary>
    public InviteCreateCommand(Cli cli)
        : base(cli, "create", "Invite somebody by e-mail address, with what they will hold")
    {
        Add(_organization);
        Add(_email);
        _assignment.AddTo(this);
        Add(_expiresIn);
        _change.AddTo(this);
    }

    /// <inheritdoc/>
    protected override async Task<int> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["email"] = invocation.Text(_email) };
        _assignment.WriteTo(body, invocation.Parsed);
        if (invocation.Get(_expiresIn) is { } duration) body["expires_in"] = DurationText.ToJson(duration);
        var path = ApiPath.OfOrganization(invocation.Text(_organization), "invitations");
        var request = new ServerRequest(HttpMethod.Post, path, body) { Change = _change.Read(invocation.Parsed) };
        return InviteCommands.Print(invocation, await invocation.Server.Send(request, cancellationToken));
    }
}
