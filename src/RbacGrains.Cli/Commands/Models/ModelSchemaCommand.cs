using RbacGrains.Model;

namespace RbacGrains.Cli;

/// <summary><c>rbac model schema</c>.</summary>
internal sealed class ModelSchemaCommand(Cli cli) : CliCommand(cli, "schema", "Print the JSON Schema of model documents, for editors")
{
    /// <inheritdoc/>
    protected override Task<int> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        invocation.Printer.Json(ShippedModels.Schema);
        return Task.FromResult(ExitCodes.Success);
    }
}
