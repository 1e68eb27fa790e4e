using System.CommandLine;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary><c>rbac org roles</c>, and <c>rbac role list</c>.</summary>
internal sealed class OrgRolesCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();

    /// <summary>Makes the command.</summary>
    public OrgRolesCommand(Cli cli, string name = "roles")
        : base(cli, name, "List the roles that can be held, and whether the plan offers them") => Add(_organization);

    /// <inheritdoc/>
    protected override async Task<int> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var path = ApiPath.OfOrganization(invocation.Text(_organization), "roles");
        var answer = await invocation.Server.Get(path, cancellationToken);
        if (invocation.WantsJson) invocation.Printer.Json(answer.Text);
        else invocation.Printer.Table(Table.Of(answer.Get<JsonArray>("items"), "id", "title", "admin", "offered", "plans", "grants"));
        return ExitCodes.Success;
    }
}
