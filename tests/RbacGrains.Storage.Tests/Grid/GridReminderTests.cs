using System.Data;
using RbacGrains.Testing;

namespace RbacGrains.Storage.Tests;

/// <summary>Orleans' reminder queries.</summary>
[NeedsPostgres, Collection(PostgresCollection.Name)]
public sealed class GridReminderTests(PostgresFixture server) : IAsyncLifetime
{
    private static readonly DateTime Start = new(2026, 11, 21, 5, 0, 0, DateTimeKind.Utc);

    private GridQueries Grid { get; set; } = null!;

    public async Task InitializeAsync() => Grid = await GridQueries.Create(new PostgresDatabases(server));

    public Task DisposeAsync() => Task.CompletedTask;

    [ServerFact]
    public async Task A_reminder_counts_its_changes_and_is_found_by_grain_and_name()
    {
        Assert.Equal(0, await Upsert("user/ann", "expiry", 5, 60_000));
        Assert.Equal(1, await Upsert("user/ann", "expiry", 5, 3_000_000_000L));
        await Upsert("user/ann", "other", 5, 1);
        await Upsert("user/bob", "expiry", 6, 1);

        var row = Assert.Single(await Grid.Run("ReadReminderRowKey", Service, Grain("user/ann"), Name("expiry")));
        Assert.Equal(
            ("user/ann", "expiry", Start, 3_000_000_000L, 1),
            (row["GrainId"], row["ReminderName"], row["StartTime"], row["Period"], row["Version"]));
        Assert.Equal(2, (await Grid.Run("ReadReminderRowsKey", Service, Grain("user/ann"))).Count);
        Assert.Empty(await Grid.Run("ReadReminderRowsKey", ("ServiceId", DbType.String, "other"), Grain("user/ann")));
    }

    [ServerFact]
    public async Task Ranges_begin_after_their_first_hash_end_with_their_last_and_may_wrap_around()
    {
        foreach (var hash in new[] { int.MinValue, -5, 0, 5, int.MaxValue }) await Upsert($"h{hash}", "r", hash, 1);

        Assert.Equal((int[])[0, 5], await Range("ReadRangeRows1Key", -5, 5));
        Assert.Equal((int[])[int.MinValue, -5, int.MaxValue], await Range("ReadRangeRows2Key", 5, -5));
        Assert.Equal((int[])[int.MinValue, -5, 0, 5, int.MaxValue], await Range("ReadRangeRows2Key", 5, 5));
    }

    [ServerFact]
    public async Task A_reminder_is_deleted_only_at_the_version_that_was_read()
    {
        await Upsert("user/ann", "expiry", 5, 1);
        await Upsert("user/bob", "expiry", 5, 1);

        Assert.False(await Delete(1));
        Assert.True(await Delete(0));
        Assert.False(await Delete(0));

        await Grid.Run("DeleteReminderRowsKey", Service);
        Assert.Empty(await Range("ReadRangeRows2Key", 0, 0));
    }

    private static (string, DbType, object?) Service => ("ServiceId", DbType.String, "rbac");

    private static (string, DbType, object?) Grain(string id) => ("GrainId", DbType.String, id);

    private static (string, DbType, object?) Name(string name) => ("ReminderName", DbType.String, name);

    private async Task<object?> Upsert(string grain, string name, int hash, long period) => Assert.Single(await Grid.Run(
        "UpsertReminderRowKey",
        Service,
        ("GrainHash", DbType.Int32, hash),
        Grain(grain),
        Name(name),
        ("StartTime", DbType.DateTime, Start),
        period <= int.MaxValue ? ("Period", DbType.Int32, (int)period) : ("Period", DbType.Int64, period)))["Version"];

    private async Task<IEnumerable<int>> Range(string key, int begin, int end) =>
        (await Grid.Run(key, Service, ("BeginHash", DbType.Int32, begin), ("EndHash", DbType.Int32, end)))
            .Select(row => int.Parse(((string)row["GrainId"]!)[1..], System.Globalization.CultureInfo.InvariantCulture))
            .Order();

    private async Task<bool> Delete(int version) => Convert.ToBoolean(Assert.Single(Assert.Single(
        await Grid.Run("DeleteReminderRowKey", Service, Grain("user/ann"), Name("expiry"), ("Version", DbType.Int32, version)))).Value);
}
