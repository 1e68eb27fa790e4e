using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RbacGrains.Storage;

namespace RbacGrains.Embedded;

/// <summary>
/// Opens database and grid when the application starts, before it serves, and closes them when it has stopped serving. Asked
/// for its grid before that, it throws.
/// </summary>
internal sealed class EmbeddedHost(
    EmbeddedOptions options, TimeProvider clock, ILogger<Database> logger, IHostApplicationLifetime lifetime) : IHostedLifecycleService
{
    private Database? _database;
    private EmbeddedGrid? _grid;
    private CancellationTokenRegistration _ownership;

    /// <summary>The open grid.</summary>
    public EmbeddedGrid Grid => _grid
        ?? throw new InvalidOperationException("The grid opens when the application starts; nothing can be asked of it earlier.");

    /// <inheritdoc/>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        _database = await Database.Open(options.Storage, clock, logger, cancellationToken);
        // Whoever is no longer the only owner must not answer from memory.
        _ownership = _database.OwnershipLost.Register(lifetime.StopApplication);
        _grid = await EmbeddedGrid.Open(_database, _database, options.Models, clock, cancellationToken, options.Leases);
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
        await _ownership.DisposeAsync();
        if (_grid is not null && _database?.OwnershipLost.IsCancellationRequested is false) await _grid.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
    }
}
