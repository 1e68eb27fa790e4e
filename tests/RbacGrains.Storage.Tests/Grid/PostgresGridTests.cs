using Npgsql;
using RbacGrains.Testing;

namespace RbacGrains.Storage.Tests;

/// <summary>What only a server does to a cluster's database.</summary>
[NeedsPostgres, Collection(PostgresCollection.Name)]
public sealed class PostgresGridTests(PostgresFixture server) : GridSuite(new PostgresDatabases(server))
{
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

        Assert.Equal(clustering.Concat(reminders).Concat(persistence).Order(StringComparer.Ordinal), Store.Queries.Names.Order(StringComparer.Ordinal));
    }

    [ServerFact]
    public async Task A_failed_write_leaves_no_transaction_open()
    {
        await Write("/ann", null, "{}", Entry("1"));
        await Assert.ThrowsAsync<PostgresException>(() => Write("/ann", 1, "{}", Entry("1")));

        Assert.Empty(await Store.Queries.Run(
            "SELECT state FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'", [], row => row.GetString(0)));
        Assert.Empty(await Store.Queries.Run(
            "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())", [], _ => 0));
    }

    [ServerFact]
    public async Task A_key_without_a_slash_is_refused_by_name()
    {
        foreach (var call in new Func<Task>[] { () => Write("ann", null), () => Store.Read("ann"), () => Store.Clear("ann", 1), () => Store.Delete("ann", 1) })
            Assert.Contains("begins with a slash, which 'ann' does not", (await Assert.ThrowsAsync<PostgresException>(call)).MessageText, StringComparison.Ordinal);
    }

    [ServerFact]
    public async Task A_write_is_durable_even_where_the_database_is_set_not_to_wait()
    {
        await Execute("""
            CREATE TABLE seen (setting text);
            CREATE FUNCTION see() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO seen VALUES (current_setting('synchronous_commit')); RETURN NULL; END $$;
            CREATE CONSTRAINT TRIGGER see AFTER INSERT ON state DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION see()
            """);
        await Alter("synchronous_commit = off");

        await Write("/ann", null);

        Assert.Equal(["on"], await Store.Queries.Run("SELECT setting FROM seen", [], row => row.GetString(0)));
        Assert.Equal(["off"], await Store.Queries.Run("SHOW synchronous_commit", [], row => row.GetString(0)));
    }

    [ServerFact]
    public async Task A_write_is_refused_where_it_could_not_see_the_present_term()
    {
        await Alter("default_transaction_isolation = 'repeatable read'");

        var refused = await Assert.ThrowsAsync<PostgresException>(() => Write("/ann", null));

        Assert.Contains("set default_transaction_isolation", refused.MessageText, StringComparison.Ordinal);
    }

    [ServerFact]
    public async Task A_schema_of_its_own_is_kept_apart_in_a_shared_database()
    {
        await Execute("CREATE SCHEMA second");
        var second = Options with { ConnectionString = Options.ConnectionString + ";Search Path=second" };

        await Assert.ThrowsAsync<SchemaException>(() => Open(second));
        await using var grid = await Open(second with { MigrateOnStart = true });
        var store = new ProviderStore(await ProviderQueries.Of(second));
        await store.Write("/ann", null, Envelope("{}"));

        Assert.Null(await Store.Read("/ann"));
    }

    [ServerFact]
    public async Task An_unreachable_server_a_missing_database_and_a_wrong_password_are_told_apart()
    {
        Assert.Contains("Check that the server is running", await Unavailable(";Host=127.0.0.1;Port=1;Timeout=5"), StringComparison.Ordinal);
        Assert.Contains("Create the database first.", await Unavailable(";Database=nowhere"), StringComparison.Ordinal);

        await Execute("""
            CREATE ROLE guarded LOGIN PASSWORD 'right';
            DO $$ BEGIN
                EXECUTE format('COPY (VALUES (''local all guarded scram-sha-256''), (''local all all trust'')) TO %L', current_setting('hba_file'));
            END $$;
            SELECT pg_reload_conf()
            """);
        string message;
        do message = await Unavailable(";Username=guarded;Password=wrong;Pooling=false");
        while (!message.Contains("password", StringComparison.Ordinal));
        Assert.Contains("Check the user's name and password", message, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", message, StringComparison.Ordinal);
    }

    private async Task<string> Unavailable(string settings)
    {
        // Until the server has read its new rules, the user is let in, and may then not make tables.
        var options = Options with { ConnectionString = Options.ConnectionString + settings, MigrateOnStart = true };
        return (await Assert.ThrowsAsync<StorageUnavailableException>(() => Open(options))).Message;
    }

    private async Task Alter(string setting)
    {
        await Execute($"DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET {setting.Replace("'", "''")}', current_database()); END $$");
        await using var connection = await Store.Queries.Connect();
        NpgsqlConnection.ClearPool((NpgsqlConnection)connection);
    }

    private Task<List<int>> Execute(string text) => Store.Queries.Run(text, [], _ => 0);
}
