using Microsoft.Extensions.Logging;
using Npgsql;

namespace RbacGrains.Storage;

/// <summary>
/// Keeps other owners off a PostgreSQL database by a lock that lives as long as one connection. The connection is watched:
/// when it is lost so is the lock, and this process must not go on as if it still were the owner.
/// </summary>
internal sealed class PostgresOwnership : IAsyncDisposable
{
    private static readonly TimeSpan ProbeEvery = TimeSpan.FromSeconds(10);
    private const int ProbeTimeoutSeconds = 5;

    private readonly NpgsqlConnection _connection;
    private readonly string _database;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _lost = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _watch;

    private PostgresOwnership(NpgsqlConnection connection, string database, ILogger logger)
    {
        _connection = connection;
        _database = database;
        _logger = logger;
        Lost = _lost.Token;
        _watch = Watch();
    }

    /// <summary>Cancelled when the lock may have been lost.</summary>
    public CancellationToken Lost { get; }

    /// <exception cref="StorageUnavailableException">Another process is the owner.</exception>
    public static async Task<PostgresOwnership> Take(PostgresAddress address, ILogger logger, CancellationToken cancellationToken)
    {
        // Outside any pool: the lock belongs to this very connection.
        var settings = new NpgsqlConnectionStringBuilder(address.ConnectionString) { Pooling = false, MaxAutoPrepare = 0 };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var configure = new NpgsqlCommand(PostgresStatements.OwnerSettings, connection);
            await configure.ExecuteNonQueryAsync(cancellationToken);
            await using var take = new NpgsqlCommand(PostgresStatements.TakeOwnership, connection);
            if (await take.ExecuteScalarAsync(cancellationToken) is not true)
            {
                throw new StorageUnavailableException(
                    $"Another process owns {address.Text}. Stop it first; actors in memory allow one process at a time.");
            }

            return new PostgresOwnership(connection, address.Text, logger);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watch;
        await GiveBack();
        await _connection.DisposeAsync();
        _stop.Dispose();
        _lost.Dispose();
    }

    /// <summary>Closing would do it too, but the server sees to that in its own time, and the next owner may be waiting.</summary>
    private async Task GiveBack()
    {
        if (Lost.IsCancellationRequested) return;
        try
        {
            await using var give = new NpgsqlCommand(PostgresStatements.GiveOwnershipBack, _connection);
            await give.ExecuteNonQueryAsync();
        }
        catch (NpgsqlException)
        {
            // The connection broke just now, and the lock went with it.
        }
    }

    private async Task Watch()
    {
        try
        {
            while (true)
            {
                // Ends early with an exception when the server closes the connection; the probe finds out when it just fell silent.
                await _connection.WaitAsync(ProbeEvery, _stop.Token);
                await using var probe = new NpgsqlCommand("SELECT 1", _connection) { CommandTimeout = ProbeTimeoutSeconds };
                await probe.ExecuteScalarAsync(_stop.Token);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
        }
        catch (Exception exception)
        {
            _logger.OwnershipLost(exception, _database);
            await _lost.CancelAsync();
        }
    }
}
