using System.Data;
using RbacGrains.Testing;

namespace RbacGrains.Storage.Tests;

/// <summary>Orleans' clustering queries.</summary>
[NeedsPostgres, Collection(PostgresCollection.Name)]
public sealed class GridMembershipTests(PostgresFixture server) : IAsyncLifetime
{
    private const int Active = 3, Dead = 6;

    private static readonly DateTime Now = TimeProvider.System.GetUtcNow().UtcDateTime;

    private GridQueries Grid { get; set; } = null!;

    public async Task InitializeAsync() => Grid = await GridQueries.Create(new PostgresDatabases(server));

    public Task DisposeAsync() => Task.CompletedTask;

    [ServerFact]
    public async Task A_cluster_is_made_once_and_answers_without_nodes()
    {
        Assert.True(await Say("InsertMembershipVersionKey", Deployment("c")));
        Assert.False(await Say("InsertMembershipVersionKey", Deployment("c")));

        var row = Assert.Single(await Grid.Run("MembershipReadAllKey", Deployment("c")));
        Assert.Null(row["StartTime"]);
        Assert.Equal(0, row["Version"]);
    }

    [ServerFact]
    public async Task A_node_is_added_once_and_only_to_the_version_that_was_read()
    {
        await Say("InsertMembershipVersionKey", Deployment("c"));

        Assert.False(await Insert("c", 1, version: 7));
        Assert.True(await Insert("c", 1, version: 0));
        Assert.False(await Insert("c", 1, version: 1));
        Assert.False(await Insert("none", 1, version: 0));

        var row = Assert.Single(await Grid.Run("MembershipReadRowKey", [Deployment("c"), .. Silo(1)]));
        Assert.Equal(
            ["c", "10.0.0.1", 11111, 1, "node", "host", Active, 30000, null, 1],
            ((string[])["DeploymentId", "Address", "Port", "Generation", "SiloName", "HostName", "Status", "ProxyPort", "SuspectTimes", "Version"])
                .Select(column => row[column]));
        Assert.Equal(Now, Assert.IsType<DateTime>(row["StartTime"]), TimeSpan.FromMilliseconds(1));
        Assert.Null(Assert.Single(await Grid.Run("MembershipReadRowKey", [Deployment("c"), .. Silo(2)]))["Address"]);
    }

    [ServerFact]
    public async Task Of_changes_at_once_from_one_version_one_is_made()
    {
        await Say("InsertMembershipVersionKey", Deployment("c"));

        var made = await Task.WhenAll(Enumerable.Range(1, 6).Select(generation => Insert("c", generation, version: 0)));

        Assert.Single(made, true);
        Assert.Equal(1, Assert.Single(await Grid.Run("MembershipReadAllKey", Deployment("c")))["Version"]);
    }

    [ServerFact]
    public async Task A_node_is_changed_only_from_the_version_that_was_read()
    {
        await Say("InsertMembershipVersionKey", Deployment("c"));
        await Insert("c", 1, version: 0);

        Assert.False(await Update(1, version: 0));
        Assert.False(await Update(2, version: 1));
        Assert.True(await Update(1, version: 1, "10.0.0.2:1@1,2026"));

        var row = Assert.Single(await Grid.Run("MembershipReadAllKey", Deployment("c")));
        Assert.Equal((Dead, "10.0.0.2:1@1,2026", 2), (row["Status"], row["SuspectTimes"], row["Version"]));
    }

    [ServerFact]
    public async Task A_sign_of_life_leaves_the_version()
    {
        await Say("InsertMembershipVersionKey", Deployment("c"));
        await Insert("c", 1, version: 0);

        await Grid.Run("UpdateIAmAlivetimeKey", [Deployment("c"), .. Silo(1), Time("IAmAliveTime", Now.AddHours(1))]);

        var row = Assert.Single(await Grid.Run("MembershipReadAllKey", Deployment("c")));
        Assert.Equal(Now.AddHours(1), Assert.IsType<DateTime>(row["IAmAliveTime"]), TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, row["Version"]);
    }

    [ServerFact]
    public async Task Gateways_are_nodes_of_the_wanted_status_with_a_port()
    {
        await Say("InsertMembershipVersionKey", Deployment("c"));
        await Insert("c", 1, version: 0);
        await Insert("c", 2, version: 1, status: Dead);
        await Insert("c", 3, version: 2, proxyPort: 0);

        var row = Assert.Single(await Grid.Run("GatewaysQueryKey", Deployment("c"), ("Status", DbType.Int32, Active)));

        Assert.Equal(("10.0.0.1", 30000, 1), (row["Address"], row["ProxyPort"], row["Generation"]));
    }

    [ServerFact]
    public async Task Old_nodes_are_cleaned_up_unless_they_are_active()
    {
        await Say("InsertMembershipVersionKey", Deployment("c"));
        await Insert("c", 1, version: 0);
        await Insert("c", 2, version: 1, status: Dead);

        await Grid.Run("CleanupDefunctSiloEntriesKey", Deployment("c"), Time("IAmAliveTime", Now.AddHours(-1)));
        Assert.Equal(2, (await Grid.Run("MembershipReadAllKey", Deployment("c"))).Count);
        await Grid.Run("CleanupDefunctSiloEntriesKey", Deployment("c"), Time("IAmAliveTime", Now.AddHours(1)));
        Assert.Equal(1, Assert.Single(await Grid.Run("MembershipReadAllKey", Deployment("c")))["Generation"]);

        await Grid.Run("DeleteMembershipTableEntriesKey", Deployment("c"));
        Assert.Empty(await Grid.Run("MembershipReadAllKey", Deployment("c")));
    }

    [ServerFact]
    public async Task Other_clusters_are_those_with_a_node_that_lives()
    {
        foreach (var (cluster, status, alive) in new[] { ("mine", Active, 0), ("dead", Dead, 0), ("old", Active, -6), ("other", Active, -4), ("joining", 2, 0) })
        {
            await Say("InsertMembershipVersionKey", Deployment(cluster));
            await Insert(cluster, 1, version: 0, status, alive: Now.AddMinutes(alive));
        }

        await using var database = await Grid.Open();

        Assert.Equal(["joining", "other"], (await database.ReadOtherClusters("mine", default)).AsEnumerable());
    }

    private static (string, DbType, object?) Deployment(string id) => ("DeploymentId", DbType.String, id);

    private static (string, DbType, object?) Time(string name, DateTime time) => (name, DbType.DateTime, time);

    private static (string, DbType, object?)[] Silo(int generation) =>
        [("Address", DbType.String, "10.0.0.1"), ("Port", DbType.Int32, 11111), ("Generation", DbType.Int32, generation)];

    private Task<bool> Insert(
        string cluster, int generation, int version, int status = Active, int proxyPort = 30000, DateTime? alive = null) =>
        Say(
            "InsertMembershipKey",
            [
                Deployment(cluster), Time("IAmAliveTime", alive ?? Now), ("SiloName", DbType.String, "node"), ("HostName", DbType.String, "host"),
                .. Silo(generation), Time("StartTime", Now), ("Status", DbType.Int32, status), ("ProxyPort", DbType.Int32, proxyPort),
                ("Version", DbType.Int32, version),
            ]);

    private Task<bool> Update(int generation, int version, string? suspects = null) =>
        Say(
            "UpdateMembershipKey",
            [
                Deployment("c"), .. Silo(generation), Time("IAmAliveTime", Now), ("Status", DbType.Int32, Dead),
                ("SuspectTimes", DbType.String, suspects), ("Version", DbType.Int32, version),
            ]);

    private async Task<bool> Say(string key, params (string, DbType, object?)[] parameters) =>
        Convert.ToBoolean(Assert.Single(Assert.Single(await Grid.Run(key, parameters))).Value);
}
