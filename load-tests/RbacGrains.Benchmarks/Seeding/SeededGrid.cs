using Microsoft.Extensions.Logging.Abstractions;
using RbacGrains.Embedded;
using RbacGrains.Storage;

namespace RbacGrains.Benchmarks;

/// <summary>The embedded grid on a seeded store, which it does not delete.</summary>
internal sealed class SeededGrid : IAsyncDisposable
{
    private SeededGrid(Database database, EmbeddedGrid grid) => (Database, Grid) = (database, grid);

    public Database Database { get; }

    public EmbeddedGrid Grid { get; }

    /// <param name="store">The store.</param>
    /// <param name="models">The models; null for those that are shipped.</param>
    public static async Task<SeededGrid> Open(SeededStore store, ModelCatalog? models = null)
    {
        var database = await Database.Open(store.Storage, TimeProvider.System, NullLogger<Database>.Instance);
        return new SeededGrid(
            database, await EmbeddedGrid.Open(database, database, models ?? ShippedModels.Load(), TimeProvider.System, CancellationToken.None));
    }

    public async ValueTask DisposeAsync()
    {
        await Grid.DisposeAsync();
        await Database.DisposeAsync();
    }
}
