using System.CommandLine;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary><c>rbac group set</c>.</summary>
internal sealed class GroupSetCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly Argument<string> _group = GroupCommands.Id();
    private readonly Option<string> _title = new("--title") { Description = "Its name as people write it", HelpName = "text", Required = true };
    private readonly Option<string?> _description = new("--description") { Description = "What it is for", HelpName = "text" };

    private readonly Option<string?> _role = new("--role")
    {
        Description = "The role that its members hold through it; none when not given",
        HelpName = "role",
        CompletionSources = { ShippedNames.Roles },
    };

    private readonly GrantOptions _grants = new();
    private readonly ChangeOptions _change = new();

    /// <summary>Makes the command.</summary>
    public GroupSetCommand(Cli cli)
        : base(cli, "set", "Make a group, or replace all that it gives: what is not given is taken away")
    {
        Add(_organization);
        Add(_group);
        Add(_title);
        Add(_description);
        Add(_role);
        _grants.AddTo(this);
        _change.AddTo(this);
    }

    /// <inheritdoc/>
    protected override async Task<int> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["title"] = invocation.Get(_title) };
        if (invocation.Get(_description) is { } description) body["description"] = description;
        if (invocation.Get(_role) is { } role) body["role"] = role;
        _grants.WriteTo(body, invocation.Parsed);
        var path = GroupCommands.Path(invocation.Text(_organization), invocation.Text(_group));
        var request = new ServerRequest(HttpMethod.Put, path, body) { Change = _change.Read(invocation.Parsed) };
        return invocation.Print(await invocation.Server.Send(request, cancellationToken));
    }
}
