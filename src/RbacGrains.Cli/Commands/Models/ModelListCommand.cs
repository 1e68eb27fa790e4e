using System.Text.Json.Nodes;
using RbacGrains.Model;

namespace RbacGrains.Cli;

/// <summary><c>rbac model list</c>.</summary>
internal sealed class ModelListCommand(Cli cli) : CliCommand(cli, "list", "List the shipped models")
{
    /// <inheritdoc/>
    protected override Task<int> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var models = ShippedModels.Load().All;
        if (invocation.WantsJson)
            invocation.Printer.Json(new JsonObject
            {
                ["items"] = new JsonArray([.. models.Select(ModelJson.Of)]),
                ["next_page_token"] = "",
            });
        else
            invocation.Printer.Table(new Table(
                ["model", "version", "title", "roles", "actions", "areas"],
                [.. models.Select(model => (System.Collections.Immutable.ImmutableArray<string>)
                [
                    model.Name,
                    $"{model.Version}",
                    model.Title,
                    string.Join(", ", model.Roles.Select(role => role.Id)),
                    $"{model.Actions.Count}",
                    $"{model.AreaTable.All.Length}",
                ])]));
        return Task.FromResult(ExitCodes.Success);
    }
}
