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
            invocation.Printer.Json(new JsonObject { ["version"] = status.Version, ["newest"] = status.Newest });
            return ExitCodes.Success;
        }

        return invocation.Done(status.Version == status.Newest
            ? $"The schema is at version {status.Version}, which is the newest."
            : $"The schema is at version {status.Version}; this program's newest is {status.Newest}. 'rbac db migrate' applies what is missing.");
    }
}
