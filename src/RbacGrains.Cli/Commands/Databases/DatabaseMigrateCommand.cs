using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using RbacGrains.Storage;

namespace RbacGrains.Cli;

/// <summary><c>rbac db migrate</c>.</summary>
internal sealed class DatabaseMigrateCommand(Cli cli) : DatabaseCommand(cli, "migrate", "Bring a database's schema up to date")
{
    /// <inheritdoc/>
    protected override async Task<int> Use(Invocation invocation, CancellationToken cancellationToken)
    {
        var applied = await DatabaseSchema.Migrate(
            Database.Provider(invocation), Database.Connection(invocation), Database.Owner(invocation),
            invocation.Host.Clock, NullLogger.Instance, cancellationToken);
        if (invocation.WantsJson)
        {
            invocation.Printer.Json(new JsonObject { ["applied"] = new JsonArray([.. applied.Select(name => JsonValue.Create(name))]) });
            return ExitCodes.Success;
        }

        foreach (var migration in applied) invocation.Printer.Line($"Applied migration {migration}.");
        return invocation.Done(applied.IsEmpty ? "The schema is up to date; nothing was applied." : "The schema is up to date.");
    }
}
