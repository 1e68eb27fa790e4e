using System.CommandLine;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary><c>rbac org update</c>.</summary>
internal sealed class OrgUpdateCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly Option<string?> _name = new("--name") { Description = "Another name", HelpName = "name" };

    private readonly Option<string?> _plan = new("--plan")
    {
        Description = "Another plan",
        HelpName = "plan",
        CompletionSources = { ShippedNames.Plans },
    };

    private readonly ReassignOption _reassign = new();

    private readonly Option<string[]> _settings = new("--setting")
    {
        Description = "A setting and its value as JSON (invitation_days=14, email_domains='[\"acme.com\"]'); may be repeated",
        HelpName = "name=json",
    };

    private readonly ChangeOptions _change = new();

    /// <summary>Makes the command.</summary>
    public OrgUpdateCommand(Cli cli)
        : base(cli, "update", "Change an organization's name, plan or settings")
    {
        Add(_organization);
        Add(_name);
        Add(_plan);
        _reassign.AddTo(this);
        Add(_settings);
        _change.AddTo(this);
    }

    /// <inheritdoc/>
    protected override async Task<int> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var path = ApiPath.OfOrganization(invocation.Text(_organization));
        var request = new ServerRequest(HttpMethod.Patch, path, Body(invocation)) { Change = _change.Read(invocation.Parsed) };
        return invocation.Print(await invocation.Server.Send(request, cancellationToken));
    }

    private JsonObject Body(Invocation invocation)
    {
        var body = new JsonObject();
        if (invocation.Get(_name) is { } name) body["name"] = name;
        if (invocation.Get(_plan) is { } plan) body["plan"] = plan;
        if (invocation.Get(_settings) is { Length: > 0 } settings) body["settings"] = new JsonObject(settings.Select(Setting));
        _reassign.WriteTo(body, invocation.Parsed);
        return body.Count > 0 ? body : throw CliErrors.Usage("There is nothing to change. Give --name, --plan or --setting.");
    }

    private KeyValuePair<string, JsonNode?> Setting(string text)
    {
        var (name, value) = Pairs.Read(text, _settings.Name, "name=json");
        return KeyValuePair.Create<string, JsonNode?>(name, JsonText.TryParse(value) ?? throw CliErrors.Usage($"The value of '{name}' is no JSON: {value}"));
    }
}
