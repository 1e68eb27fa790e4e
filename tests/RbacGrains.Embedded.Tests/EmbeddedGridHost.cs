using Microsoft.Extensions.Logging.Abstractions;
using RbacGrains.Storage;

namespace RbacGrains.Embedded.Tests;

/// <summary>The embedded grid on an SQLite file of its own.</summary>
internal sealed class EmbeddedGridHost : IGridHost
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rbac-embedded-").FullName;
    private Database? _database;
    private EmbeddedGrid? _grid;

    private bool _isRestless;

    public IGrid Grid
    {
        get
        {
            // Twice, so that everybody rests whom nobody uses at this moment.
            for (var sweep = 0; _isRestless && sweep < 2; sweep++) _grid!.Sweep();
            return _grid!;
        }
    }

    public ManualClock Clock { get; } = new();

    public static async Task<IGridHost> Start()
    {
        var host = new EmbeddedGridHost();
        await host.Open();
        return host;
    }

    /// <summary>One whose users go to rest whenever the grid is asked for.</summary>
    public static async Task<IGridHost> StartRestless()
    {
        var host = new EmbeddedGridHost { _isRestless = true };
        await host.Open();
        return host;
    }

    /// <summary>The grid is dropped as it is, without saving what it would save when it is told to stop.</summary>
    public async Task Restart()
    {
        await _database!.DisposeAsync();
        await Open();
    }

    public async ValueTask DisposeAsync()
    {
        await _grid!.DisposeAsync();
        await _database!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task Open()
    {
        var options = new StorageOptions
        {
            Provider = StorageProvider.Sqlite,
            ConnectionString = $"Data Source={Path.Combine(_folder, "rbac.db")}",
        };
        _database = await Database.Open(options, TimeProvider.System, NullLogger<Database>.Instance);
        _grid = await EmbeddedGrid.Open(_database, _database, ContractModels.Catalog, Clock, CancellationToken.None);
    }
}
