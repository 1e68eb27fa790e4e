using Microsoft.Extensions.Logging.Abstractions;
using RbacGrains.Embedded;
using RbacGrains.Storage;

namespace RbacGrains.Benchmarks;

/// <summary>The embedded grid on an SQLite file of its own, deleted afterwards.</summary>
internal sealed class TemporaryGrid : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;

    private TemporaryGrid(DirectoryInfo folder, Database database, EmbeddedGrid grid)
    {
        (_folder, Database, Grid) = (folder, database, grid);
    }

    public Database Database { get; }

    public EmbeddedGrid Grid { get; }

    /// <summary>Opens it with one organization, <c>acme</c>, on the model of three roles.</summary>
    public static async Task<TemporaryGrid> Open()
    {
        var folder = Directory.CreateTempSubdirectory("rbac-benchmark-");
        var options = new StorageOptions
        {
            Provider = StorageProvider.Sqlite,
            ConnectionString = $"Data Source={Path.Combine(folder.FullName, "rbac.db")}",
        };
        var database = await Database.Open(options, TimeProvider.System, NullLogger<Database>.Instance);
        var grid = await EmbeddedGrid.Open(database, database, ShippedModels.Load(), TimeProvider.System, CancellationToken.None);
        (await grid.Organization("acme").Create(
            ChangeContext.Service, new CreateOrganization("Acme", "letta", "enterprise", "owner"), CancellationToken.None)).Require();
        return new TemporaryGrid(folder, database, grid);
    }

    /// <summary>Adds a member.</summary>
    public async Task Add(string user) => (await Grid.Organization("acme").PutMember(
        ChangeContext.Service, user, new MemberAssignment { Role = "analyst" }, CancellationToken.None)).Require();

    public async ValueTask DisposeAsync()
    {
        await Grid.DisposeAsync();
        await Database.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
