using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using RbacGrains.Core;
using RbacGrains.Testing;

namespace RbacGrains.Storage.Tests;

public abstract class GridDatabaseSuite(ITestDatabases databases) : GridSuite(databases)
{
    private readonly ITestDatabases _databases = databases;

    [ServerFact]
    public async Task A_database_without_a_schema_is_refused_until_it_is_migrated()
    {
        var options = await NewDatabase();

        var refused = await Assert.ThrowsAsync<SchemaException>(() => Open(options));
        Assert.Contains("lacks the migrations 1 (", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Run 'rbac db migrate --grid'", refused.Message, StringComparison.Ordinal);

        var missing = await Missing(options);
        Assert.Equal(missing.AsEnumerable(), await Migrate(options));
        Assert.Empty(await Missing(options));
        Assert.Empty(await Migrate(options));
        await (await Open(options)).DisposeAsync();
    }

    [ServerFact]
    public async Task A_database_of_an_older_program_is_refused_and_named_what_it_lacks()
    {
        var options = await NewDatabase();
        var known = Known();
        await using (var engine = GridSchema.EngineOf(options))
        await using (var connection = await engine.Open(default))
            await new Migrator(engine.Dialect, known[..^1], TimeProvider.System, NullLogger.Instance).Apply(connection, default);

        var refused = await Assert.ThrowsAsync<SchemaException>(() => Open(options));

        Assert.Contains($"lacks the migrations {known[^1].Number} ({known[^1].Name}).", refused.Message, StringComparison.Ordinal);
        await (await Open(options with { MigrateOnStart = true })).DisposeAsync();
    }

    [ServerFact]
    public async Task A_database_of_a_newer_program_is_refused_and_left_as_it_is()
    {
        await Execute("INSERT INTO schema_migrations SELECT max(number) + 1, 'tomorrow', 'x', 'x' FROM schema_migrations");

        foreach (var migrate in new[] { false, true })
        {
            var refused = await Assert.ThrowsAsync<SchemaException>(() => Open(Options with { MigrateOnStart = migrate }));
            Assert.Contains("(tomorrow)", refused.Message, StringComparison.Ordinal);
            Assert.Contains("Start that version or a later one", refused.Message, StringComparison.Ordinal);
        }
    }

    [ServerFact]
    public async Task The_databases_of_a_standalone_server_and_of_a_cluster_are_not_taken_for_each_other()
    {
        var options = await _databases.Create();
        await (await Database.Open(options, TimeProvider.System, NullLogger<Database>.Instance)).DisposeAsync();
        var standalone = new GridStorageOptions { Provider = options.Provider, ConnectionString = options.ConnectionString };

        foreach (var migrate in new[] { false, true })
            Assert.Contains("standalone server", (await Assert.ThrowsAsync<SchemaException>(
                () => Open(standalone with { MigrateOnStart = migrate }))).Message, StringComparison.Ordinal);
        Assert.Contains("standalone server", (await Assert.ThrowsAsync<SchemaException>(() => Database.Open(
            options with { ConnectionString = Options.ConnectionString }, TimeProvider.System, NullLogger<Database>.Instance))).Message, StringComparison.Ordinal);
    }

    [ServerFact]
    public async Task Programs_that_migrate_at_once_share_the_work()
    {
        var options = await NewDatabase();

        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Migrate(options))));

        Assert.Equal(Known().Select(migration => $"{migration.Number} ({migration.Name})"), applied.SelectMany(names => names));
        await (await Open(options)).DisposeAsync();
    }

    [ServerFact]
    public async Task A_database_belongs_to_the_first_service_that_claims_it()
    {
        await Grid.ClaimService("rbac", default);
        await Grid.ClaimService("rbac", default);

        var refused = await Assert.ThrowsAsync<StorageUnavailableException>(() => Grid.ClaimService("other", default).AsTask());

        Assert.Contains("belongs to the service 'rbac', not to 'other'", refused.Message, StringComparison.Ordinal);
        await Grid.ClaimService("rbac", default);
    }

    [ServerFact]
    public async Task The_database_says_what_time_it_is()
    {
        var before = TimeProvider.System.GetUtcNow();
        var clock = await Grid.ReadClock(default);

        Assert.Equal(TimeSpan.Zero, clock.Offset);
        Assert.InRange(clock, before.AddMilliseconds(-2), TimeProvider.System.GetUtcNow().AddMilliseconds(2));
    }

    [ServerFact]
    public async Task What_was_last_written_as_unfinished_is_listed_in_the_order_of_its_keys()
    {
        const int Many = 600;
        foreach (var number in Enumerable.Range(0, Many)) await WriteUnfinished($"/{number:000}", null);
        await WriteUnfinished("/finished", null);
        Assert.Equal(2, await Write("/finished", 1));
        await WriteUnfinished("/cleared", null);
        await Store.Clear("/cleared", 1);
        await Store.Write("/000", null, GridEnvelope.Serialize("{}"u8, true, [], null, null), "invitation");

        var listed = await Unfinished(TimeSpan.Zero);

        Assert.Equal([new StateKey("invitation", "000"), .. Enumerable.Range(0, Many).Select(number => new StateKey("user", $"{number:000}"))], listed);
        Assert.Empty(await Unfinished(TimeSpan.FromMinutes(1)));
    }

    [ServerFact]
    public async Task What_is_unfinished_is_as_old_as_its_last_write()
    {
        await WriteUnfinished("/old", null);
        await WriteUnfinished("/new", null);
        await Execute(Options.Provider == StorageProvider.Postgres
            ? "UPDATE state SET modified_at = modified_at - interval '10 minutes'"
            : "UPDATE state SET modified_at = strftime('%Y-%m-%d %H:%M:%f', modified_at, '-10 minutes')");
        await WriteUnfinished("/new", 1);

        Assert.Equal([new StateKey("user", "old")], await Unfinished(TimeSpan.FromMinutes(9)));
        Assert.Equal(2, (await Unfinished(TimeSpan.Zero)).Count);
        Assert.Empty(await Unfinished(TimeSpan.FromMinutes(11)));
    }

    private Task<int?> WriteUnfinished(string key, int? expected) =>
        Store.Write(key, expected, GridEnvelope.Serialize("{}"u8, true, [], null, null));

    private async Task<List<StateKey>> Unfinished(TimeSpan age)
    {
        var keys = new List<StateKey>();
        await foreach (var key in Grid.ReadUnfinished(age, default)) keys.Add(key);
        return keys;
    }

    private Task<List<int>> Execute(string text) => Store.Queries.Run(text, [], _ => 0);

    private ImmutableArray<Migration> Known() => Migration.Of($"grid-{_databases.Folder}");

    private static Task<ImmutableArray<string>> Migrate(GridStorageOptions options) =>
        GridSchema.Migrate(options, TimeProvider.System, NullLogger.Instance, default);

    private static Task<ImmutableArray<string>> Missing(GridStorageOptions options) =>
        GridSchema.Missing(options, TimeProvider.System, NullLogger.Instance, default);
}
