using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using RbacGrains.Testing;
using static RbacGrains.Storage.Tests.ProviderParameter;

namespace RbacGrains.Storage.Tests;

/// <summary>The queries of the membership provider.</summary>
[NeedsPostgres, Collection(PostgresCollection.Name)]
public sealed class PostgresMembershipTests(PostgresFixture server) : GridSuite(new PostgresDatabases(server))
{
    private const int Joining = 2, Active = 3, Stopping = 5, Dead = 6;

    private static readonly DateTime Start = new(2026, 2, 28, 23, 59, 59, DateTimeKind.Utc);

    [ServerFact]
    public async Task The_version_of_a_cluster_is_inserted_once()
    {
        Assert.True(await Begin());
        Assert.False(await Begin());
        Assert.True(await Begin("other"));

        Assert.Equal(new MembershipRow(null, null, null, null, null, null, null, 0), (await ReadAll()).Single());
    }

    [ServerFact]
    public async Task A_silo_joins_only_at_the_cluster_s_version_and_counts_it_up()
    {
        await Begin();

        Assert.False(await Join(1, version: 1));
        Assert.True(await Join(1, version: 0));
        Assert.False(await Join(2, version: 0));
        Assert.True(await Join(2, version: 1));

        Assert.All(await ReadAll(), row => Assert.Equal(2, row.Version));
        Assert.Equal([1, 2], (await ReadAll()).Select(row => row.Generation).Order());
    }

    [ServerFact]
    public async Task A_silo_joins_once()
    {
        await Begin();
        await Join(1, version: 0);

        Assert.False(await Join(1, version: 1));

        Assert.Equal(1, (await ReadAll()).Single().Version);
        Assert.False(await Join(1, version: 0, cluster: "never begun"));
    }

    [ServerFact]
    public async Task Of_silos_that_join_at_once_at_one_version_one_does()
    {
        await Begin();
        for (var version = 0; version < 10; version++)
        {
            var joined = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(() => Join((version * 10) + n, version))));
            Assert.Single(joined, true);
        }

        Assert.Equal(10, (await ReadAll()).Count);
        Assert.All(await ReadAll(), row => Assert.Equal(10, row.Version));
    }

    [ServerFact]
    public async Task A_silo_changes_only_at_the_cluster_s_version_and_counts_it_up()
    {
        await Begin();
        await Join(1, version: 0);

        Assert.False(await Update(1, version: 0, Dead));
        Assert.False(await Update(2, version: 1, Dead));
        Assert.Equal(Active, (await ReadAll()).Single().Status);
        Assert.True(await Update(1, version: 1, Dead, "10.0.0.7:11111@3,2026-02-28 23:59:59.000 GMT", Start.AddSeconds(5)));

        Assert.Equal(
            new MembershipRow(1, "silo-1", "host", Dead, Start, Start.AddSeconds(5), "10.0.0.7:11111@3,2026-02-28 23:59:59.000 GMT", 2),
            (await ReadAll()).Single());
        Assert.True(await Update(1, version: 2, Dead, suspects: null));
        Assert.Null((await ReadAll()).Single().Suspects);
    }

    [ServerFact]
    public async Task A_silo_says_that_it_is_alive_without_another_version()
    {
        await Begin();
        await Join(1, version: 0);
        await Join(2, version: 1);

        await Queries.Execute("UpdateIAmAlivetimeKey", [.. Silo(1), Moment("IAmAliveTime", Start.AddHours(1))]);

        Assert.Equal([Start.AddHours(1), Start], (await ReadAll()).OrderBy(row => row.Generation).Select(row => row.Alive!.Value));
        Assert.All(await ReadAll(), row => Assert.Equal(2, row.Version));
    }

    [ServerFact]
    public async Task A_row_is_read_with_the_version_whether_there_is_a_silo_or_not()
    {
        await Begin();
        await Join(1, version: 0);
        await Begin("other");

        Assert.Equal(new MembershipRow(1, "silo-1", "host", Active, Start, Start, null, 1), (await Queries.Read("MembershipReadRowKey", Silo(1), MembershipRow.Read)).Single());
        Assert.Equal(new MembershipRow(null, null, null, null, null, null, null, 1), (await Queries.Read("MembershipReadRowKey", Silo(9), MembershipRow.Read)).Single());
        Assert.Equal(new MembershipRow(null, null, null, null, null, null, null, 0), (await ReadAll("other")).Single());
        Assert.Empty(await ReadAll("never begun"));
    }

    [ServerFact]
    public async Task Gateways_are_the_active_silos_that_take_clients()
    {
        await Begin();
        await Join(1, version: 0);
        await Join(2, version: 1, proxy: 0);
        await Join(3, version: 2, status: Joining);
        await Join(4, version: 3);

        var gateways = await Queries.Read("GatewaysQueryKey", [Text("DeploymentId", "prod"), Int("Status", Active)], row =>
            ((string)row["Address"], row.GetInt32(row.GetOrdinal("ProxyPort")), row.GetInt32(row.GetOrdinal("Generation"))));

        Assert.Equal([("10.0.0.7", 30000, 1), ("10.0.0.7", 30000, 4)], gateways.Order());
    }

    [ServerFact]
    public async Task Only_the_long_dead_of_a_cluster_are_cleaned_up()
    {
        await Begin();
        foreach (var (number, status) in new[] { 1, Joining, Active, 4, Stopping, Dead }.Index()) await Join(number, version: number, status: status);
        await Join(6, version: 6, status: Dead, alive: Start.AddDays(7));
        await Join(7, version: 7, status: Dead, start: Start.AddDays(7), alive: Start);
        await Begin("other");
        await Join(8, version: 0, status: Dead, cluster: "other");

        await Queries.Execute("CleanupDefunctSiloEntriesKey", Text("DeploymentId", "prod"), Moment("IAmAliveTime", Start.AddDays(1)));

        Assert.Equal([0, 1, 2, 3, 4, 6, 7], (await ReadAll()).Select(row => row.Generation!.Value).Order());
        Assert.Equal(8, (await ReadAll("other")).Single().Generation);
    }

    [ServerFact]
    public async Task A_cluster_is_deleted_with_its_silos_and_no_other()
    {
        await Begin();
        await Join(1, version: 0);
        await Begin("other");
        await Join(1, version: 0, cluster: "other");

        await Queries.Execute("DeleteMembershipTableEntriesKey", Text("DeploymentId", "prod"));

        Assert.Empty(await ReadAll());
        Assert.Single(await ReadAll("other"));
        Assert.True(await Begin());
    }

    [ServerFact]
    public async Task Other_clusters_are_those_with_a_silo_alive()
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        foreach (var cluster in new[] { "prod", "blue", "green", "dead", "silent", "empty" }) await Begin(cluster);
        await Join(1, version: 0, alive: now);
        await Join(1, version: 0, cluster: "green", status: Joining, alive: now);
        await Join(1, version: 0, cluster: "blue", alive: now.AddSeconds(-100));
        await Join(2, version: 1, cluster: "blue", alive: now);
        await Join(1, version: 0, cluster: "dead", status: Dead, alive: now);
        await Join(1, version: 0, cluster: "silent", alive: now.AddSeconds(-150));

        Assert.Equal(["blue", "green"], (await Grid.ReadOtherClusters("prod", default)).AsEnumerable());
        Assert.Equal(["blue", "green", "prod"], (await Grid.ReadOtherClusters("new", default)).AsEnumerable());
    }

    private ProviderQueries Queries => Store.Queries;

    private Task<bool> Begin(string cluster = "prod") => Queries.Ask("InsertMembershipVersionKey", Text("DeploymentId", cluster));

    private Task<bool> Join(
        int generation, int version, string cluster = "prod", int status = Active, int proxy = 30000, DateTime? start = null, DateTime? alive = null) =>
        Queries.Ask("InsertMembershipKey",
        [
            Text("DeploymentId", cluster), Moment("IAmAliveTime", alive ?? Start), Text("SiloName", $"silo-{generation}"), Text("HostName", "host"),
            Text("Address", "10.0.0.7"), Int("Port", 11111), Int("Generation", generation), Moment("StartTime", start ?? Start), Int("Status", status),
            Int("ProxyPort", proxy), Int("Version", version),
        ]);

    private Task<bool> Update(int generation, int version, int status, string? suspects = null, DateTime? alive = null) =>
        Queries.Ask("UpdateMembershipKey",
            [.. Silo(generation), Moment("IAmAliveTime", alive ?? Start), Int("Status", status), Text("SuspectTimes", suspects), Int("Version", version)]);

    private Task<List<MembershipRow>> ReadAll(string cluster = "prod") =>
        Queries.Read("MembershipReadAllKey", [Text("DeploymentId", cluster)], MembershipRow.Read);

    private static ImmutableArray<ProviderParameter> Silo(int generation) =>
        [Text("DeploymentId", "prod"), Text("Address", "10.0.0.7"), Int("Port", 11111), Int("Generation", generation)];

    /// <summary>A row as the provider reads it: a silo when there is a start, and always the version.</summary>
    private sealed record MembershipRow(
        int? Generation, string? SiloName, string? HostName, int? Status, DateTime? Start, DateTime? Alive, string? Suspects, int Version)
    {
        public static MembershipRow Read(DbDataReader row)
        {
            var version = Convert.ToInt32(row["Version"], CultureInfo.InvariantCulture);
            if (row.IsDBNull(row.GetOrdinal("StartTime"))) return new(null, null, null, null, null, null, null, version);
            Assert.Equal("10.0.0.7", (string)row["Address"]);
            Assert.Equal(11111, row.GetInt32(row.GetOrdinal("Port")));
            Assert.True(row.GetInt32(row.GetOrdinal("ProxyPort")) >= 0);
            return new(
                row.GetInt32(row.GetOrdinal("Generation")),
                (string)row.GetValue(row.GetOrdinal("SiloName")),
                (string)row["HostName"],
                row.GetInt32(row.GetOrdinal("Status")),
                DateTime.SpecifyKind(row.GetDateTime(row.GetOrdinal("StartTime")), DateTimeKind.Utc),
                DateTime.SpecifyKind(row.GetDateTime(row.GetOrdinal("IAmAliveTime")), DateTimeKind.Utc),
                row["SuspectTimes"] as string,
                version);
        }
    }
}
