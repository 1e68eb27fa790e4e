using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using RbacGrains.Core;
using RbacGrains.Testing;

namespace RbacGrains.Storage.Tests;

/// <summary>What only a server does to a grid's database.</summary>
[NeedsPostgres, Collection(PostgresCollection.Name)]
public sealed class GridServerTests(PostgresFixture server) : IAsyncLifetime
{
    private GridQueries Grid { get; set; } = null!;

    public async Task InitializeAsync() => Grid = await GridQueries.Create(new PostgresDatabases(server));

    public Task DisposeAsync() => Task.CompletedTask;

    [ServerFact]
    public void Every_query_that_the_providers_ask_for_is_there()
    {
        string[] clustering =
            [
                "GatewaysQueryKey", "MembershipReadRowKey", "MembershipReadAllKey", "InsertMembershipVersionKey", "UpdateIAmAlivetimeKey",
                "InsertMembershipKey", "UpdateMembershipKey", "DeleteMembershipTableEntriesKey", "CleanupDefunctSiloEntriesKey",
            ],
            reminders =
            [
                "ReadReminderRowsKey", "ReadRangeRows1Key", "ReadRangeRows2Key", "ReadReminderRowKey", "UpsertReminderRowKey", "DeleteReminderRowKey",
                "DeleteReminderRowsKey",
            ],
            persistence = ["WriteToStorageKey", "ReadFromStorageKey", "ClearStorageKey", "DeleteStorageKey"];

        Assert.Equal(clustering.Concat(reminders).Concat(persistence).Order(StringComparer.Ordinal), Grid.Keys.Order(StringComparer.Ordinal));
    }

    [ServerFact]
    public async Task A_failed_write_leaves_its_connection_without_a_transaction_or_a_lock()
    {
        var entry = new AuditEntry { Id = "1", Organization = "acme", At = DateTimeOffset.UnixEpoch, Kind = "k", Target = "ann" };
        await Grid.Write("ann", null, audit: entry);
        await Assert.ThrowsAsync<PostgresException>(() => Grid.Write("ann", 1, fence: new Fence("acme", 1), audit: entry));

        Assert.Empty(await Grid.Rows(
            "SELECT state FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'"));
        Assert.Empty(await Grid.Rows(
            "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"));
    }

    [ServerFact]
    public async Task A_write_is_durable_even_where_the_database_is_set_not_to_wait()
    {
        await Grid.Rows("""
            CREATE TABLE seen (setting text);
            CREATE FUNCTION see() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO seen VALUES (current_setting('synchronous_commit')); RETURN NULL; END $$;
            CREATE CONSTRAINT TRIGGER see AFTER INSERT ON state DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION see()
            """);
        await Alter("synchronous_commit = off");

        await Grid.Write("ann", null);

        Assert.Equal("on", (await Grid.Rows("SELECT setting FROM seen")).Single()["setting"]);
        Assert.Equal("off", (await Grid.Rows("SHOW synchronous_commit")).Single()["synchronous_commit"]);
    }

    [ServerFact]
    public async Task A_fenced_write_is_refused_where_it_could_not_see_the_present_term()
    {
        await Alter("default_transaction_isolation = ''repeatable read''");

        Assert.Equal("RB004", (await Assert.ThrowsAsync<PostgresException>(() => Grid.Write("ann", null, fence: new Fence("acme", 1)))).SqlState);
    }

    [ServerFact]
    public async Task A_schema_of_its_own_keeps_a_grid_apart_in_a_shared_database()
    {
        await Grid.Rows("CREATE SCHEMA second");
        var second = Grid.Options with { ConnectionString = Grid.Options.ConnectionString + ";Search Path=second" };

        await Assert.ThrowsAsync<SchemaException>(() => Open(second));
        await using var database = await Open(second with { MigrateOnStart = true });
        await database.ClaimService("second", default);

        await using var first = await Grid.Open();
        await first.ClaimService("first", default);
    }

    [ServerFact]
    public async Task An_unreachable_server_a_missing_database_and_a_wrong_password_are_told_apart()
    {
        Assert.Contains("Check that the server is running", await Unavailable(";Host=127.0.0.1;Port=1;Timeout=5"), StringComparison.Ordinal);
        Assert.Contains("Create the database first.", await Unavailable(";Database=nowhere"), StringComparison.Ordinal);

        await Grid.Rows("""
            CREATE ROLE guarded LOGIN PASSWORD 'right';
            DO $$ BEGIN
                EXECUTE format('COPY (VALUES (''local all guarded scram-sha-256''), (''local all all trust'')) TO %L', current_setting('hba_file'));
            END $$;
            SELECT pg_reload_conf()
            """);

        // Until the server has read its new rules it lets the user in, who may then not read the tables.
        string message;
        do message = await Unavailable(";Username=guarded;Password=wrong;Pooling=false");
        while (!message.Contains("password", StringComparison.Ordinal));
        Assert.Contains("Check the user's name and password", message, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", message, StringComparison.Ordinal);
    }

    private async Task<string> Unavailable(string settings)
    {
        var options = Grid.Options with { ConnectionString = Grid.Options.ConnectionString + settings };
        return (await Assert.ThrowsAsync<StorageUnavailableException>(() => Open(options))).Message;
    }

    private async Task Alter(string setting)
    {
        await Grid.Rows($"DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET {setting}', current_database()); END $$");
        await using var connection = await Grid.Connect();
        NpgsqlConnection.ClearPool((NpgsqlConnection)connection);
    }

    private static Task<GridDatabase> Open(GridStorageOptions options) =>
        GridDatabase.Open(options, TimeProvider.System, NullLogger<GridDatabase>.Instance);
}
