using System.Data.Common;
using RbacGrains.Testing;
using static RbacGrains.Storage.Tests.ProviderParameter;

namespace RbacGrains.Storage.Tests;

/// <summary>The queries of the reminder provider.</summary>
[NeedsPostgres, Collection(PostgresCollection.Name)]
public sealed class PostgresReminderTests(PostgresFixture server) : GridSuite(new PostgresDatabases(server))
{
    private static readonly DateTime Start = new(2026, 2, 28, 23, 59, 59, 123, DateTimeKind.Utc);

    [ServerFact]
    public async Task A_reminder_is_inserted_and_replaced_and_its_version_grows()
    {
        var inserted = await Upsert("org/acme", "sweep", 7);
        var replaced = await Upsert("org/acme", "sweep", 8, Start.AddDays(1), Int("Period", 60_000));

        Assert.True(replaced > inserted);
        Assert.Equal(new ReminderRow("org/acme", "sweep", Start.AddDays(1), 60_000, replaced), await ReadRow("org/acme", "sweep"));
        Assert.Single(await ReadRange(7, 8));
    }

    [ServerFact]
    public async Task A_period_may_be_longer_than_an_int_counts_milliseconds()
    {
        await Upsert("org/acme", "sweep", 7, Start, Long("Period", 3_000_000_000));

        Assert.Equal(3_000_000_000, (await ReadRow("org/acme", "sweep"))!.Period);
    }

    [ServerFact]
    public async Task Rows_are_read_by_grain_and_by_name()
    {
        foreach (var (grain, name) in new[] { ("org/acme", "a"), ("org/acme", "b"), ("org/ACME", "a"), ("org/acm", "a") }) await Upsert(grain, name, 1);
        await Upsert("org/acme", "c", 1, service: "other");

        Assert.Equal(["a", "b"], (await Read("ReadReminderRowsKey", Text("ServiceId", "rbac"), Text("GrainId", "org/acme"))).Select(row => row.Name).Order());
        Assert.Equal("org/ACME", (await ReadRow("org/ACME", "a"))!.Grain);
        Assert.Null(await ReadRow("org/acme", "c"));
        Assert.Null(await ReadRow("org/nobody", "a"));
    }

    [ServerFact]
    public async Task A_range_begins_after_its_first_hash_and_ends_with_its_last()
    {
        foreach (var hash in new[] { -10, -1, 0, 1, 10 }) await Upsert($"{hash}", "r", unchecked((uint)hash));

        Assert.Equal(["0", "1"], Grains(await ReadRange(unchecked((uint)-1), 1)));
        Assert.Equal(["-1"], Grains(await ReadRange(unchecked((uint)-10), unchecked((uint)-1))));
        Assert.Equal([], Grains(await ReadRange(1, 5)));
    }

    [ServerFact]
    public async Task A_range_across_the_end_of_the_ring_has_both_of_its_sides()
    {
        uint[] ring = [0, 1, int.MaxValue, 0x8000_0000, 0xFFFF_FFFE, uint.MaxValue];
        foreach (var hash in ring) await Upsert($"{hash}", "r", hash);
        await Upsert("1", "r", 1, service: "other");

        // Any range of the ring, as unsigned numbers have it; one from a hash to itself is the whole ring.
        foreach (var begin in ring)
            foreach (var end in ring)
                Assert.Equal(
                    ring.Where(hash => begin < end ? hash > begin && hash <= end : hash > begin || hash <= end).Select(hash => $"{hash}").Order(StringComparer.Ordinal),
                    Grains(await ReadRange(begin, end)));
    }

    [ServerFact]
    public async Task A_reminder_is_deleted_only_at_its_version()
    {
        await Upsert("org/acme", "a", 1);
        var version = await Upsert("org/acme", "a", 1);

        Assert.False(await Delete("org/acme", "a", version - 1));
        Assert.False(await Delete("org/acme", "b", version));
        Assert.True(await Delete("org/acme", "a", version));
        Assert.False(await Delete("org/acme", "a", version));
        Assert.Null(await ReadRow("org/acme", "a"));
    }

    [ServerFact]
    public async Task All_reminders_of_a_service_are_deleted_and_no_other_s()
    {
        await Upsert("org/acme", "a", 1);
        await Upsert("org/acme", "b", 1);
        await Upsert("org/acme", "a", 1, service: "other");

        await Store.Queries.Execute("DeleteReminderRowsKey", Text("ServiceId", "rbac"));

        Assert.Empty(await ReadRange(0, 0));
        Assert.Single(await Read("ReadReminderRowsKey", Text("ServiceId", "other"), Text("GrainId", "org/acme")));
    }

    private async Task<int> Upsert(
        string grain, string name, uint hash, DateTime? start = null, ProviderParameter? period = null, string service = "rbac") =>
        (await Store.Queries.Read(
            "UpsertReminderRowKey",
            [
                Text("ServiceId", service), Int("GrainHash", unchecked((int)hash)), Text("GrainId", grain), Text("ReminderName", name),
                Moment("StartTime", start ?? Start), period ?? Int("Period", 1000),
            ],
            row => Convert.ToInt32(row["Version"]))).First();

    private Task<bool> Delete(string grain, string name, int version) => Store.Queries.Ask(
        "DeleteReminderRowKey", Text("ServiceId", "rbac"), Text("GrainId", grain), Text("ReminderName", name), Int("Version", version));

    private async Task<ReminderRow?> ReadRow(string grain, string name) =>
        (await Read("ReadReminderRowKey", Text("ServiceId", "rbac"), Text("GrainId", grain), Text("ReminderName", name))).FirstOrDefault();

    // The provider chooses by the hashes as signed numbers.
    private Task<List<ReminderRow>> ReadRange(uint begin, uint end) => Read(
        unchecked((int)begin < (int)end) ? "ReadRangeRows1Key" : "ReadRangeRows2Key",
        Text("ServiceId", "rbac"), Int("BeginHash", unchecked((int)begin)), Int("EndHash", unchecked((int)end)));

    private Task<List<ReminderRow>> Read(string query, params ProviderParameter[] parameters) => Store.Queries.Read(query, [.. parameters], ReminderRow.Read);

    private static IEnumerable<string> Grains(List<ReminderRow> rows) => rows.Select(row => row.Grain).Order(StringComparer.Ordinal);

    private sealed record ReminderRow(string Grain, string Name, DateTime Start, long Period, int Version)
    {
        public static ReminderRow Read(DbDataReader row) => new(
            (string)row["GrainId"],
            (string)row["ReminderName"],
            DateTime.SpecifyKind(row.GetDateTime(row.GetOrdinal("StartTime")), DateTimeKind.Utc),
            row.GetInt64(row.GetOrdinal("Period")),
            Convert.ToInt32(row["Version"]));
    }
}
