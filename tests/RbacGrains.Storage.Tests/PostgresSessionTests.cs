using System.Data.Common;
using Microsoft.Extensions.Logging.Abstractions;
using RbacGrains.Core;
using RbacGrains.Testing;

namespace RbacGrains.Storage.Tests;

/// <summary>What only PostgreSQL can do to us.</summary>
[NeedsPostgres, Collection(PostgresCollection.Name)]
public sealed class PostgresSessionTests(PostgresFixture server)
{
    private readonly PostgresDatabases _databases = new(server);

    [ServerFact]
    public async Task An_owner_whose_connection_is_cut_says_so_and_answers_no_more()
    {
        var options = await _databases.Create();
        await using var database = await Open(options);
        var lost = new TaskCompletionSource();
        using var registration = database.OwnershipLost.Register(lost.SetResult);

        await PostgresServer.CutConnections(options.ConnectionString);
        await lost.Task.WaitAsync(TimeSpan.FromMinutes(1));

        await Assert.ThrowsAsync<StorageUnavailableException>(() => database.Write(Record("ann"), default).AsTask());
        await Assert.ThrowsAsync<StorageUnavailableException>(() => database.Read(Record("ann").Key, default).AsTask());
        await using var successor = await Open(options);
        Assert.Equal(1, await successor.Write(Record("ann"), default));
    }

    [ServerFact]
    public async Task Without_ownership_the_store_works_again_after_its_connections_were_cut()
    {
        var options = await _databases.Create() with { ExclusiveOwnership = false, Writers = 1 };
        await using var database = await Open(options);
        Assert.Equal(1, await database.Write(Record("ann"), default));

        await PostgresServer.CutConnections(options.ConnectionString);
        await Assert.ThrowsAnyAsync<DbException>(() => database.Write(Record("bob"), default).AsTask());

        Assert.Null(await database.Read(Record("bob").Key, default));
        Assert.Equal(1, await database.Write(Record("bob"), default));
    }

    [ServerFact]
    public async Task A_commit_is_durable_even_where_the_database_is_set_not_to_wait()
    {
        var options = await _databases.Create();
        await (await Open(options)).DisposeAsync();
        await Execute(options, """
            ALTER DATABASE CURRENT_NAME SET synchronous_commit = off;
            CREATE TABLE seen (setting text);
            CREATE FUNCTION see() RETURNS trigger LANGUAGE plpgsql AS
              $$ BEGIN INSERT INTO seen VALUES (current_setting('synchronous_commit')); RETURN NULL; END $$;
            CREATE TRIGGER see AFTER INSERT ON state EXECUTE FUNCTION see();
            """);

        await using var database = await Open(options);
        await database.Write(Record("ann"), default);

        Assert.Equal("on", await Execute(options, "SELECT setting FROM seen"));
        Assert.Equal("off", await Execute(options, "SHOW synchronous_commit"));
    }

    [ServerFact]
    public async Task A_user_without_the_right_to_create_serves_a_database_that_is_up_to_date()
    {
        var options = await _databases.Create();
        await (await Open(options)).DisposeAsync();
        await Execute(options, """
            CREATE ROLE clerk LOGIN;
            GRANT SELECT, INSERT, UPDATE ON state TO clerk;
            GRANT SELECT, INSERT ON audit TO clerk;
            GRANT SELECT ON schema_migrations TO clerk;
            REVOKE CREATE ON SCHEMA public FROM PUBLIC;
            """);

        await using var database = await Open(options with { ConnectionString = options.ConnectionString + ";Username=clerk" });
        var entry = new AuditEntry { Id = "1", Organization = "acme", At = DateTimeOffset.UnixEpoch, Kind = "k", Target = "ann" };

        Assert.Equal(1, await database.Write(Record("ann") with { Audit = [entry] }, default));
        Assert.Equal(2, await database.Write(Record("ann") with { ExpectedVersion = 1 }, default));
        Assert.Single((await database.Read("acme", new(), new(), default)).Items);
    }

    [ServerFact]
    public async Task A_database_that_does_not_exist_is_refused_with_a_remedy()
    {
        var options = await _databases.Create();

        var refused = await Assert.ThrowsAsync<StorageUnavailableException>(
            () => Open(options with { ConnectionString = options.ConnectionString + ";Database=nowhere" }));

        Assert.Contains("'nowhere'", refused.Message);
        Assert.Contains("Create the database first.", refused.Message);
    }

    private static StateWrite Record(string id) => new(new StateKey("user", id), 0, new byte[] { 1 }, false, []);

    private static Task<Database> Open(StorageOptions options) =>
        Database.Open(options, TimeProvider.System, NullLogger<Database>.Instance);

    private async Task<object?> Execute(StorageOptions options, string text)
    {
        await using var connection = await _databases.Connect(options);
        await using var command = connection.CreateCommand();
        command.CommandText = text.Replace("CURRENT_NAME", connection.Database);
        return await command.ExecuteScalarAsync();
    }
}
