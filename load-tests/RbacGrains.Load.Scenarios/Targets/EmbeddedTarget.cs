using Microsoft.Extensions.Logging.Abstractions;
using RbacGrains.Client;
using RbacGrains.Embedded;
using RbacGrains.Storage;

namespace RbacGrains.Load.Scenarios;

/// <summary>The embedded grid in this process, on an SQLite file of its own that is deleted afterwards.</summary>
public sealed class EmbeddedTarget : ILoadTarget
{
    private readonly DirectoryInfo _folder;
    private readonly ModelCatalog _models = ShippedModels.Load();
    private readonly TimeProvider _clock;
    private Database? _database;
    private EmbeddedGrid? _grid;

    private EmbeddedTarget(DirectoryInfo folder, TimeProvider clock) => (_folder, _clock) = (folder, clock);

    /// <summary>How it is chosen.</summary>
    public static TargetKind Kind { get; } = new(
        "embedded", "the embedded grid in this process, on an SQLite file of its own", [],
        async (_, cancellationToken) => await Open(TimeProvider.System, cancellationToken));

    /// <inheritdoc/>
    public string Name => "the embedded grid on SQLite, in the same process";

    /// <inheritdoc/>
    public IGrid Grid => _grid!;

    /// <inheritdoc/>
    public Traffic? Traffic => null;

    /// <inheritdoc/>
    public bool CanRestart => true;

    /// <inheritdoc/>
    public ILeaseSource Leases => new LocalLeaseSource(_grid!.Leases, _models);

    /// <summary>Opens it.</summary>
    public static async Task<EmbeddedTarget> Open(TimeProvider clock, CancellationToken cancellationToken)
    {
        var target = new EmbeddedTarget(Directory.CreateTempSubdirectory("rbac-load-"), clock);
        await target.Start(cancellationToken);
        return target;
    }

    /// <inheritdoc/>
    public async Task Restart(CancellationToken cancellationToken)
    {
        await Stop();
        await Start(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Stop();
        _folder.Delete(recursive: true);
    }

    private async Task Start(CancellationToken cancellationToken)
    {
        var options = new StorageOptions
        {
            Provider = StorageProvider.Sqlite,
            ConnectionString = $"Data Source={Path.Combine(_folder.FullName, "rbac.db")}",
        };
        _database = await Database.Open(options, _clock, NullLogger<Database>.Instance, cancellationToken);
        _grid = await EmbeddedGrid.Open(_database, _database, _models, _clock, cancellationToken);
    }

    private async Task Stop()
    {
        if (_grid is not null) await _grid.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
    }
}
