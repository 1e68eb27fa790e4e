using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.Extensions.Logging.Abstractions;
using RbacGrains.Testing;

namespace RbacGrains.Storage.Tests;

public abstract class SchemaSuite(ITestDatabases databases)
{
    [ServerFact]
    public async Task Each_migration_is_applied_once_and_in_order()
    {
        var options = await databases.Create();
        await (await Open(options)).DisposeAsync();
        var first = await Applied(options);
        await (await Open(options)).DisposeAsync();

        Assert.Equal(Migration.Of(databases.Folder).Select(migration => (migration.Number, migration.Name)), first.Select(row => (row.Number, row.Name)));
        Assert.Equal(first, await Applied(options));
    }

    [ServerFact]
    public void Numbers_run_from_one_without_gaps()
    {
        var numbers = Migration.Of(databases.Folder).Select(migration => migration.Number).ToArray();

        Assert.Equal(Enumerable.Range(1, numbers.Length), numbers);
        Assert.NotEmpty(numbers);
    }

    [ServerFact]
    public async Task A_later_program_applies_only_what_is_new()
    {
        var options = await databases.Create();
        Migration first = new(1, "first", "CREATE TABLE one (a integer)"), second = new(2, "second", "CREATE TABLE two (a integer)");

        await Migrate(options, first);
        await Migrate(options, first, second);

        Assert.Equal([1, 2], (await Applied(options)).Select(row => row.Number));
        await Execute(options, "INSERT INTO two (a) SELECT count(*) FROM one");
    }

    [ServerFact]
    public async Task A_migration_that_fails_leaves_nothing_of_itself_or_of_those_before_it()
    {
        var options = await databases.Create();
        Migration first = new(1, "first", "CREATE TABLE one (a integer)"), broken = new(2, "broken", "CREATE TABLE two (a integer); CREATE oops");

        await Assert.ThrowsAnyAsync<DbException>(() => Migrate(options, first, broken));
        await Migrate(options, first);

        Assert.Equal([1], (await Applied(options)).Select(row => row.Number));
        await Assert.ThrowsAnyAsync<DbException>(() => Execute(options, "INSERT INTO two (a) VALUES (1)"));
    }

    [ServerFact]
    public async Task Processes_that_start_at_once_on_a_new_database_all_succeed()
    {
        var options = await databases.Create() with { ExclusiveOwnership = false };

        var opened = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Open(options))));
        foreach (var database in opened) await database.DisposeAsync();

        Assert.Equal(Migration.Of(databases.Folder).Length, (await Applied(options)).Count);
    }

    [ServerFact]
    public async Task A_database_of_a_newer_program_is_refused()
    {
        var options = await databases.Create();
        await (await Open(options)).DisposeAsync();
        await Execute(options, "INSERT INTO schema_migrations SELECT max(number) + 1, 'tomorrow', 'x', 'x' FROM schema_migrations");

        var refused = await Assert.ThrowsAsync<SchemaException>(() => Open(options));

        Assert.Contains("(tomorrow)", refused.Message);
        Assert.Contains("a newer program has been here", refused.Message);
    }

    [ServerFact]
    public async Task A_database_made_by_other_scripts_is_refused()
    {
        var options = await databases.Create();
        await (await Open(options)).DisposeAsync();
        await Execute(options, "UPDATE schema_migrations SET checksum = 'abc' WHERE number = 1");

        var refused = await Assert.ThrowsAsync<SchemaException>(() => Open(options));

        Assert.Contains("migration 1 (initial) has checksum abc", refused.Message);
    }

    protected static Task<Database> Open(StorageOptions options) =>
        Database.Open(options, TimeProvider.System, NullLogger<Database>.Instance);

    private async Task Migrate(StorageOptions options, params Migration[] migrations)
    {
        var dialect = options.Provider == StorageProvider.Sqlite ? SqliteStatements.Schema : PostgresStatements.Schema;
        await using var connection = await databases.Connect(options);
        await new Migrator(dialect, [.. migrations], TimeProvider.System, NullLogger.Instance).Apply(connection, default);
    }

    private async Task Execute(StorageOptions options, string text)
    {
        await using var connection = await databases.Connect(options);
        await using var command = connection.CreateCommand();
        command.CommandText = text;
        await command.ExecuteNonQueryAsync();
    }

    private async Task<ImmutableList<(int Number, string Name, string At)>> Applied(StorageOptions options)
    {
        await using var connection = await databases.Connect(options);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT number, name, applied_at FROM schema_migrations ORDER BY number";
        await using var rows = await command.ExecuteReaderAsync();
        var applied = ImmutableList.CreateBuilder<(int, string, string)>();
        while (await rows.ReadAsync()) applied.Add((rows.GetInt32(0), rows.GetString(1), rows.GetString(2)));
        return applied.ToImmutable();
    }
}
