using System.CommandLine;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary><c>rbac org create</c>.</summary>
internal sealed class OrgCreateCommand : CliCommand
{
    private readonly Argument<string> _organization = new("ORG") { Description = "The id of the new organization" };

    private readonly Option<string?> _name = new("--name")
    {
        Description = "Its name as people write it; its id when not given",
        HelpName = "name",
    };

    private readonly Option<string> _model = new("--model")
    {
        Description = "The authorization model it lives by",
        HelpName = "model",
        Required = true,
        CompletionSources = { ShippedNames.Models },
    };

    private readonly Option<string> _plan = new("--plan")
    {
        Description = "One of the model's plans",
        HelpName = "plan",
        Required = true,
        CompletionSources = { ShippedNames.Plans },
    };

    private readonly Option<string> _owner = new("--owner")
    {
        Description = "The user who becomes its first admin",
        HelpName = "user",
        Required = true,
    };

    private readonly ChangeOptions _change = new();

    /// <summary>Makes the command.</summary>
    public OrgCreateCommand(Cli cli)
        : base(cli, "create", "Create an organization with its first admin; to repeat it unchanged does nothing")
    {
        Add(_organization);
        Add(_name);
        Add(_model);
        Add(_plan);
        Add(_owner);
        _change.AddTo(this);
    }

    /// <inheritdoc/>
    protected override async Task<int> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var organization = invocation.Text(_organization);
        var body = new JsonObject
        {
            ["name"] = invocation.Get(_name) ?? organization,
            ["model"] = invocation.Get(_model),
            ["plan"] = invocation.Get(_plan),
            ["owner"] = invocation.Get(_owner),
        };
        var request = new ServerRequest(HttpMethod.Put, ApiPath.OfOrganization(organization), body) { Change = _change.Read(invocation.Parsed) };
        return invocation.Print(await invocation.Server.Send(request, cancellationToken));
    }
}
