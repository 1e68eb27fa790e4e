using Microsoft.Extensions.Logging.Abstractions;
using RbacGrains.Embedded;
using RbacGrains.Storage;
using RbacGrains.Testing;

namespace RbacGrains.Client.Tests.Lists;

/// <summary>A grid on an SQLite file of its own, for the tests of one class.</summary>
public sealed class EmbeddedGridFixture : IAsyncLifetime, IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private Database? _database;
    private EmbeddedGrid? _grid;

    public IGrid Grid => _grid!;

    public async Task InitializeAsync()
    {
        var options = new StorageOptions
        {
            Provider = StorageProvider.Sqlite,
            ConnectionString = $"Data Source={Path.Combine(_directory.Path, "lists.db")}",
        };
        _database = await Database.Open(options, TimeProvider.System, NullLogger<Database>.Instance);
        _grid = await EmbeddedGrid.Open(_database, _database, ShippedModels.Load(), TimeProvider.System, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _grid!.DisposeAsync();
        await _database!.DisposeAsync();
    }

    public void Dispose() => _directory.Dispose();
}
