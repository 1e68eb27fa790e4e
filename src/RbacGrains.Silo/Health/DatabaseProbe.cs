using System.Data.Common;

namespace RbacGrains.Silo;

/// <summary>Asks the database for nothing, to learn whether it answers.</summary>
internal sealed class DatabaseProbe(DbDataSource database, ILogger<DatabaseProbe> log)
{
    // Load balancers ask every second or two and take a slow answer for a bad one.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Why the database cannot be used; null when it answers.</summary>
    public async ValueTask<string?> FindObstacle(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await using var command = database.CreateCommand("SELECT 1");
            await command.ExecuteScalarAsync(patience.Token);
            return null;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            SiloLog.DatabaseUnreachable(log, failure);
            return "The database does not answer; the log says why.";
        }
    }
}
