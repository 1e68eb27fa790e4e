using Microsoft.Extensions.Logging.Abstractions;
using RbacGrains.Testing;

namespace RbacGrains.Storage.Tests;

/// <summary>Which databases the Orleans host accepts, and what it asks of them.</summary>
public abstract class GridSchemaSuite(ITestDatabases databases)
{
    [ServerFact]
    public async Task A_database_without_a_schema_is_refused_unless_it_may_be_migrated()
    {
        var grid = new GridQueries(databases, await databases.Create());

        var refused = await Assert.ThrowsAsync<SchemaException>(grid.Open);
        Assert.Equal("The database has no schema for a grid yet: run 'rbac db migrate --grid' or set Rbac:Database:MigrateOnStart.", refused.Message);

        await using (await Open(grid.Options with { MigrateOnStart = true })) { }
        await using (await grid.Open()) { }
        Assert.Empty(await GridSchema.Migrate(grid.Options, TimeProvider.System, NullLogger.Instance));
    }

    [ServerFact]
    public async Task An_older_schema_is_refused()
    {
        var grid = await GridQueries.Create(databases);
        await grid.Rows("DELETE FROM schema_migrations WHERE number > 1");

        Assert.Contains("is at migration 1, but this program needs", (await Assert.ThrowsAsync<SchemaException>(grid.Open)).Message);
    }

    [ServerFact]
    public async Task A_newer_schema_is_refused()
    {
        var grid = await GridQueries.Create(databases);
        await grid.Rows("INSERT INTO schema_migrations SELECT max(number) + 1, 'tomorrow', 'x', 'x' FROM schema_migrations");

        Assert.Contains("a newer program has been here", (await Assert.ThrowsAsync<SchemaException>(grid.Open)).Message);
    }

    [ServerFact]
    public async Task Neither_host_takes_the_database_of_the_other()
    {
        var options = await databases.Create();
        await (await Database.Open(options, TimeProvider.System, NullLogger<Database>.Instance)).DisposeAsync();
        var grid = new GridQueries(databases, options);
        foreach (var migrate in new[] { true, false })
        {
            var refused = await Assert.ThrowsAsync<SchemaException>(() => Open(grid.Options with { MigrateOnStart = migrate }));
            Assert.StartsWith("This is the database of a standalone server, not of a grid", refused.Message, StringComparison.Ordinal);
        }

        var other = await GridQueries.Create(databases);
        var standalone = new StorageOptions { Provider = other.Options.Provider, ConnectionString = other.Options.ConnectionString };
        var mistaken = await Assert.ThrowsAsync<SchemaException>(
            () => Database.Open(standalone, TimeProvider.System, NullLogger<Database>.Instance));
        Assert.StartsWith("This is the database of a grid", mistaken.Message, StringComparison.Ordinal);
    }

    [ServerFact]
    public async Task A_database_serves_one_service()
    {
        var grid = await GridQueries.Create(databases);
        await using var database = await grid.Open();
        await database.ClaimService("rbac", default);
        await database.ClaimService("rbac", default);

        var refused = await Assert.ThrowsAsync<StorageUnavailableException>(() => database.ClaimService("other", default).AsTask());

        Assert.Contains("serves the service 'rbac', not 'other'", refused.Message);
    }

    [ServerFact]
    public async Task The_clock_is_the_databases()
    {
        var grid = await GridQueries.Create(databases);
        await using var database = await grid.Open();

        var before = TimeProvider.System.GetUtcNow().AddSeconds(-1);
        var read = await database.ReadClock(default);

        Assert.InRange(read, before, TimeProvider.System.GetUtcNow().AddSeconds(1));
    }

    private static Task<GridDatabase> Open(GridStorageOptions options) =>
        GridDatabase.Open(options, TimeProvider.System, NullLogger<GridDatabase>.Instance);
}
