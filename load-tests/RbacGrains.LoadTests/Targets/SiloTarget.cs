using RbacGrains.Client;
using RbacGrains.Grains;
using RbacGrains.Load.Scenarios;
using RbacGrains.Storage;

namespace RbacGrains.LoadTests;

/// <summary>One silo in this process on an SQLite file, called by its own code.</summary>
internal sealed class SiloTarget : ILoadTarget
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rbac-load-");
    private readonly ModelCatalog _models = ShippedModels.Load();
    private Silo? _silo;

    private SiloTarget()
    {
    }

    /// <summary>How it is chosen.</summary>
    public static TargetKind Kind { get; } = new(
        "silo", "one silo in this process, on an SQLite file of its own", [], async (_, _) =>
        {
            var target = new SiloTarget();
            await target.Start();
            return target;
        });

    /// <inheritdoc/>
    public string Name => "one silo on SQLite, in the same process";

    /// <inheritdoc/>
    public IGrid Grid => _silo!.Grid;

    /// <inheritdoc/>
    public Traffic? Traffic => null;

    /// <inheritdoc/>
    public bool CanRestart => true;

    /// <inheritdoc/>
    public ILeaseSource Leases => new GrainLeaseSource(_silo!.Grains, _models);

    /// <inheritdoc/>
    public async Task Restart(CancellationToken cancellationToken)
    {
        await _silo!.DisposeAsync();
        await Start();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_silo is not null) await _silo.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task Start() => _silo = await Silo.Start(new GridStorageOptions
    {
        Provider = StorageProvider.Sqlite,
        ConnectionString = $"Data Source={Path.Combine(_folder.FullName, "grid.db")}",
        MigrateOnStart = true,
    });
}
