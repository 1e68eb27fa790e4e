using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using RbacGrains.Storage;

namespace RbacGrains.Cli;

/// <summary><c>rbac db status</c>.</summary>
internal sealed class DatabaseStatusCommand(Cli cli) : DatabaseCommand(cli, "status", "Say how far a database's schema is")
{
    /// <inheritdoc/>
    protected override async Task<int> Use(Invocation invocation, CancellationToken cancellationToken)
    {
        var status = await DatabaseSchema.Read(
            Database.Provider(invocation), Database.Connection(invocation), Database.Owner(invocation),
            invocation.Host.Clock, NullLogger.Instance, cancellationToken);
        if (invocation.WantsJson)
        {
            invocation.Printer.Json(new JsonObject
            {
                ["version"] = status.Version,
                ["newest"] = status.Newest,
                ["missing"] = new JsonArray([.. status.Missing.Select(name => JsonValue.Create(name))]),
            });
        }
        else if (status.Missing.IsEmpty)
        {
            invocation.Printer.Line($"The schema is at version {status.Version}, which is the newest.");
        }
        else
        {
            invocation.Printer.Line($"The schema is at version {status.Version}; this program's newest is {status.Newest}.");
            foreach (var migration in status.Missing) invocation.Printer.Line($"Missing migration {migration}.");
            var grid = Database.Owner(invocation) == SchemaOwner.Grid ? " --grid" : "";
            invocation.Printer.Note($"'rbac db migrate{grid}' applies what is missing. Make a backup first.");
        }

        return status.Missing.IsEmpty ? ExitCodes.Success : ExitCodes.OutOfDate;
    }
}
