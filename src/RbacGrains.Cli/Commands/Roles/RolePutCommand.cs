using System.CommandLine;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary><c>rbac role put</c>.</summary>
internal sealed class RolePutCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly Argument<string> _role = RoleCommands.Role();
    private readonly Option<string> _title = new("--title") { Description = "What people call it", HelpName = "text", Required = true };
    private readonly Option<string?> _description = new("--description") { Description = "What it is for", HelpName = "text" };

    private readonly Option<string?> _basedOn = new("--based-on")
    {
        Description = "The role that it builds on; an admin role counts as all there is",
        HelpName = "role",
        CompletionSources = { ShippedNames.Roles },
    };

    private readonly Option<string[]> _grants = new("--grant")
    {
        Description = "A level in an area (knowledge/faqs=read), an action (agents:create), or one to withdraw (agents:message=none); may be repeated",
        HelpName = "area=level",
        CompletionSources = { ShippedNames.Grants },
    };

    private readonly Option<string[]> _plans = new("--plan")
    {
        Description = "A plan that offers it; may be repeated. Every plan that offers its base when not given",
        HelpName = "plan",
    };

    private readonly Option<string[]> _assignableBy = new("--assignable-by")
    {
        Description = "A role whose holders can give it; may be repeated. Whoever may change members when not given",
        HelpName = "role",
        CompletionSources = { ShippedNames.Roles },
    };

    private readonly Option<bool> _acceptNarrowing = new("--accept-narrowing") { Description = "Also when members lose something by it" };
    private readonly ChangeOptions _change = new();

    /// <summary>Makes the command.</summary>
    public RolePutCommand(Cli cli)
        : base(cli, "put", "Make a role of the organization's own, or replace all that one is")
    {
        Add(_organization);
        Add(_role);
        Add(_title);
        Add(_description);
        Add(_basedOn);
        Add(_grants);
        Add(_plans);
        Add(_assignableBy);
        Add(_acceptNarrowing);
        _change.AddTo(this);
    }

    /// <inheritdoc/>
    protected override async Task<int> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["title"] = invocation.Get(_title) };
        if (invocation.Get(_description) is { } description) body["description"] = description;
        if (invocation.Get(_basedOn) is { } basedOn) body["based_on"] = basedOn;
        if (invocation.Get(_grants) is { Length: > 0 } grants) body["grants"] = GrantText.ToJson(grants, _grants.Name);
        if (invocation.Get(_plans) is { Length: > 0 } plans) body["plans"] = Words(plans);
        if (invocation.Get(_assignableBy) is { Length: > 0 } givers) body["assignable_by"] = Words(givers);
        if (invocation.Get(_acceptNarrowing)) body["accept_narrowing"] = true;
        var path = RoleCommands.Path(invocation.Text(_organization), invocation.Text(_role));
        var request = new ServerRequest(HttpMethod.Put, path, body) { Change = _change.Read(invocation.Parsed) };
        return invocation.Print(await invocation.Server.Send(request, cancellationToken));
    }

    private static JsonArray Words(IEnumerable<string> words) => new([.. words.Select(word => (JsonNode)word)]);
}
