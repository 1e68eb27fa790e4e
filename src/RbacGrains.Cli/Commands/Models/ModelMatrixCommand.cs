using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json.Nodes;
using RbacGrains.Model;

namespace RbacGrains.Cli;

/// <summary><c>rbac model matrix</c>.</summary>
internal sealed class ModelMatrixCommand : CliCommand
{
    private readonly Argument<string> _model = ModelCommands.Argument();

    private readonly Option<string> _format = new Option<string>("--format")
    {
        Description = "table, csv, markdown or json",
        HelpName = "format",
        DefaultValueFactory = _ => "table",
    }.AcceptOnlyFromAmong("table", "csv", "markdown", "json");

    /// <summary>Makes the command.</summary>
    public ModelMatrixCommand(Cli cli)
        : base(cli, "matrix", "Print a model's role table, row for row as its product's page has it")
    {
        Add(_model);
        Add(_format);
    }

    /// <inheritdoc/>
    protected override Task<int> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var matrix = RoleMatrix.Of(ModelSource.Load(invocation.Text(_model), invocation.Host.Error));
        switch (invocation.WantsJson ? "json" : invocation.Get(_format))
        {
            case "csv": invocation.Printer.Text(matrix.ToCsv()); break;
            case "markdown": invocation.Printer.Text(matrix.ToMarkdown()); break;
            case "json": invocation.Printer.Json(Json(matrix)); break;
            default: invocation.Printer.Table(TableOf(matrix)); break;
        }

        return Task.FromResult(ExitCodes.Success);
    }

    private static Table TableOf(RoleMatrix matrix) => new(
        [RoleMatrixRendering.Header, .. matrix.Roles.Select(role => role.Title)],
        [.. matrix.Rows.Select(row => (ImmutableArray<string>)[row.Row, .. row.Roles.Select(role => role.Value ? "✓" : "")])]);

    // As the server's: GET /v1/models/{model}/matrix.
    private static JsonObject Json(RoleMatrix matrix) => new()
    {
        ["items"] = new JsonArray([.. matrix.Rows.Select(row => new JsonObject
        {
            ["row"] = row.Row,
            ["actions"] = new JsonArray([.. row.Actions.Select(action => (JsonNode)action)]),
            ["roles"] = new JsonObject(row.Roles.Select(role => KeyValuePair.Create(role.Key, (JsonNode?)role.Value))),
        })]),
        ["next_page_token"] = "",
    };
}
