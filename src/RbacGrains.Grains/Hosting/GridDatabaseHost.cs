using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using RbacGrains.Storage;

namespace RbacGrains.Grains;

/// <summary>
/// Opens the grid's database before the silo starts, which finds its queries in it, and closes it when the silo has stopped. What keeps it
/// from opening keeps the silo from starting: an unreachable database, another schema, another service's database.
/// </summary>
internal sealed class GridDatabaseHost(
    RbacGrainsOptions options, IOptions<ClusterOptions> cluster, ILogger<GridDatabase> logger) : IHostedLifecycleService
{
    private GridDatabase? _database;

    /// <summary>The open database.</summary>
    public GridDatabase Database => _database
        ?? throw new InvalidOperationException("The database opens when the silo starts; nothing can be asked of it earlier.");

    /// <inheritdoc/>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        _database = await GridDatabase.Open(options.Storage, TimeProvider.System, logger, cancellationToken);
        await _database.ClaimService(cluster.Value.ServiceId, cancellationToken);
        await ClockGuard.Check(_database, TimeProvider.System, options.MaxClockSkew, logger, cancellationToken);
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        if (_database is not null) await _database.DisposeAsync();
    }
}
