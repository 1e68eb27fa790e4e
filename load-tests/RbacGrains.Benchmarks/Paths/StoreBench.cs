using Microsoft.Extensions.Logging.Abstractions;
using RbacGrains.Storage;
using RbacGrains.Testing;

namespace RbacGrains.Benchmarks;

/// <summary>A store, and beside it, in a database of its own on the same disk or server, rows that are written with nothing around them.</summary>
internal sealed class StoreBench : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly PostgresServer? _server;
    private readonly Database _database;

    private StoreBench(DirectoryInfo folder, PostgresServer? server, Database database, BareRows bare) =>
        (_folder, _server, _database, Bare, Rows) = (folder, server, database, bare, new RowWrites(database, RowWrites.Most));

    /// <summary>The stores that this machine has.</summary>
    public static IEnumerable<StorageProvider> Installed =>
        PostgresInstallation.Find().Missing is null ? [StorageProvider.Sqlite, StorageProvider.Postgres] : [StorageProvider.Sqlite];

    /// <summary>Rows through the product's store.</summary>
    public RowWrites Rows { get; }

    /// <summary>Rows without it.</summary>
    public BareRows Bare { get; }

    /// <summary>Opens both.</summary>
    public static async Task<StoreBench> Open(StorageProvider provider)
    {
        var postgres = provider == StorageProvider.Postgres;
        var server = postgres ? await PostgresServer.Start() : null;
        var folder = Directory.CreateTempSubdirectory("rbac-benchmark-");
        var database = await Database.Open(
            new StorageOptions { Provider = provider, ConnectionString = await Place("rbac.db") }, TimeProvider.System, NullLogger<Database>.Instance);
        var bench = new StoreBench(folder, server, database, await BareRows.Open(postgres, await Place("bare.db"), RowWrites.Most));
        await bench.Rows.Warm();
        for (var round = 0; round < RowWrites.WarmRounds; round++) await bench.Bare.Write(RowWrites.Most);
        return bench;

        async Task<string> Place(string file) => server is null ? $"Data Source={Path.Combine(folder.FullName, file)}" : await server.CreateDatabase();
    }

    public async ValueTask DisposeAsync()
    {
        await Bare.DisposeAsync();
        await _database.DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
