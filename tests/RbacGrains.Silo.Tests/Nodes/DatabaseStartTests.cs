using Microsoft.Extensions.Logging.Abstractions;
using RbacGrains.Storage;
using RbacGrains.Testing;

namespace RbacGrains.Silo.Tests;

/// <summary>A node starts only on a database of its own cluster, with the program's own schema.</summary>
[NeedsPostgres]
public sealed class DatabaseStartTests(PostgresFixture server) : IClassFixture<PostgresFixture>, IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [ServerFact]
    public async Task A_database_without_the_schema_is_refused_with_what_to_do()
    {
        using var node = Start(await server.CreateDatabase());

        Assert.Equal(1, await node.WaitForExit());
        Assert.Contains("rbac db migrate --grid", node.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", node.Said, StringComparison.Ordinal);
    }

    [ServerFact]
    public async Task A_newer_schema_is_refused()
    {
        var database = await Migrated();
        await using (var source = Npgsql.NpgsqlDataSource.Create(database))
        await using (var command = source.CreateCommand(
            "INSERT INTO schema_migrations SELECT max(number) + 1, 'later', 'x', max(applied_at) FROM schema_migrations"))
            await command.ExecuteNonQueryAsync();
        using var node = Start(database);

        Assert.Equal(1, await node.WaitForExit());
        Assert.Contains("newer", node.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", node.Said, StringComparison.Ordinal);
    }

    [ServerFact]
    public async Task A_node_serves_and_another_service_or_cluster_is_kept_off_its_database()
    {
        var database = await Migrated();
        using var node = Start(database);
        using var http = await node.Connect();
        using var ready = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
        Assert.True(ready.IsSuccessStatusCode, await ready.Content.ReadAsStringAsync());

        using var service = Start(database, ("Rbac__ServiceId", "other"));
        using var cluster = Start(database, ("Rbac__ClusterId", "other"));

        Assert.Equal(1, await service.WaitForExit());
        Assert.Contains("belongs to the service 'rbac'", service.Said, StringComparison.Ordinal);
        Assert.Equal(1, await cluster.WaitForExit());
        Assert.Contains("the cluster 'rbac' is alive on this database", cluster.Said, StringComparison.Ordinal);
        await node.Terminate();
        Assert.Equal(0, await node.WaitForExit());
    }

    public void Dispose() => _directory.Dispose();

    private async Task<string> Migrated()
    {
        var database = await server.CreateDatabase();
        await GridSchema.Migrate(
            new() { Provider = StorageProvider.Postgres, ConnectionString = database }, TimeProvider.System, NullLogger.Instance, CancellationToken.None);
        return database;
    }

    private NodeProcess Start(string database, params (string, string)[] environment) => NodeProcess.Start(
        _directory.Path,
        ["--Rbac:AdvertisedAddress", "127.0.0.1", "--Rbac:Drain:Delay", "00:00:00"],
        [("Rbac__Database__ConnectionString", database), .. environment]);
}
