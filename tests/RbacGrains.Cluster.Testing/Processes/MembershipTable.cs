using System.Diagnostics;
using Npgsql;

namespace RbacGrains.Cluster.Testing;

/// <summary>What the database says of the cluster's members.</summary>
internal static class MembershipTable
{
    // Orleans' number for it.
    private const int Dead = 6;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits until the others have declared a silo dead.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="number">The silo.</param>
    /// <returns>How long that took.</returns>
    /// <exception cref="TimeoutException">A minute was not enough.</exception>
    public static async Task<TimeSpan> WaitDead(ClusterProcesses cluster, int number)
    {
        await using var database = NpgsqlDataSource.Create($"{cluster.ConnectionString};Maximum Pool Size=1");
        var begun = Stopwatch.GetTimestamp();
        while (await ReadStatus(database, cluster.Addresses[number].SiloPort) != Dead)
        {
            if (Stopwatch.GetElapsedTime(begun) > Patience) throw new TimeoutException($"Nobody has declared silo {number} dead.");
            await Task.Delay(Pause);
        }
        return Stopwatch.GetElapsedTime(begun);
    }

    private static async Task<int> ReadStatus(NpgsqlDataSource database, int port)
    {
        await using var command = database.CreateCommand("SELECT status FROM silo WHERE port = @port ORDER BY generation DESC LIMIT 1");
        command.Parameters.AddWithValue("@port", port);
        return (int)(await command.ExecuteScalarAsync())!;
    }
}
