using System.CommandLine;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary><c>rbac key rotate</c>.</summary>
internal sealed class KeyRotateCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly Argument<string> _key = KeyCommands.Key();

    private readonly Option<string?> _grace = new("--grace")
    {
        Description = "How long the present secret still works (30m, 12h, at most 7d); it ends at once when not given",
        HelpName = "duration",
    };

    private readonly Option<string?> _expiresIn = new("--expires-in")
    {
        Description = "How long the key is good from now on; as before when not given",
        HelpName = "duration",
    };

    private readonly ChangeOptions _change = new();

    /// <summary>Makes the command.</summary>
    public KeyRotateCommand(Cli cli)
        : base(cli, "rotate", "Give an API key another secret")
    {
        Add(_organization);
        Add(_key);
        Add(_grace);
        Add(_expiresIn);
        _change.AddTo(this);
    }

    /// <inheritdoc/>
    protected override async Task<int> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var body = new JsonObject();
        if (invocation.Get(_grace) is { } grace) body["grace"] = DurationText.ToJson(grace);
        if (invocation.Get(_expiresIn) is { } duration) body["expires_in"] = DurationText.ToJson(duration);
        var path = KeyCommands.Path(invocation.Text(_organization), invocation.Text(_key), "rotate");
        var request = new ServerRequest(HttpMethod.Post, path, body) { Change = _change.Read(invocation.Parsed) };
        return KeyCommands.Print(invocation, await invocation.Server.Send(request, cancellationToken));
    }
}
