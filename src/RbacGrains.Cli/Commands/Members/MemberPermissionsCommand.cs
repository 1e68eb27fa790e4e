using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary><c>rbac member permissions</c>.</summary>
internal sealed class MemberPermissionsCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly Argument<string> _user = PathArguments.User();
    private readonly Option<string?> _project = PathArguments.Project();

    /// <summary>Makes the command.</summary>
    public MemberPermissionsCommand(Cli cli)
        : base(cli, "permissions", "Show what a member holds in effect: the level in each area, and every action")
    {
        Add(_organization);
        Add(_user);
        Add(_project);
    }

    /// <inheritdoc/>
    protected override async Task<int> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var path = MemberCommands.Path(invocation.Text(_organization), invocation.Text(_user), "permissions");
        var answer = await invocation.Server.Get(path.With("project", invocation.Get(_project)), cancellationToken);
        if (invocation.WantsJson) invocation.Printer.Json(answer.Text);
        else invocation.Printer.Table(TableOf(answer.Json));
        return ExitCodes.Success;
    }

    private static Table TableOf(JsonObject held)
    {
        var role = Row("role", ServerAnswer.Get<JsonValue>(held, "role"), null);
        var areas = ServerAnswer.Get<JsonObject>(held, "areas").Select(area => Row("area", area.Key, area.Value));
        var actions = ServerAnswer.Get<JsonArray>(held, "actions").Select(action => Row("action", action, "allow"));
        return new Table(["kind", "name", "level"], [role, .. areas, .. actions]);

        static ImmutableArray<string> Row(string kind, JsonNode? name, JsonNode? level) => [kind, CellText.Of(name), CellText.Of(level)];
    }
}
