using RbacGrains.Client;
using RbacGrains.Grains;
using RbacGrains.Model;
using Xunit.Abstractions;

namespace RbacGrains.Cluster.Tests;

/// <summary>Clients in other processes hold what they check, and none of them answers from before an acknowledged change, whatever happens to the cluster.</summary>
[NeedsPostgres]
public sealed class LeasedClusterTests(ITestOutputHelper output) : ClusterTest(output)
{
    private const int Clients = 6;

    [ServerFact]
    public Task Nothing_stale_is_answered_while_nothing_happens_but_changes() =>
        OnALeasedCluster((_, trial) => trial.Run(() => Task.Delay(TimeSpan.FromSeconds(5))));

    [ServerFact]
    public Task Nothing_stale_is_answered_when_a_silo_is_killed() => OnALeasedCluster((cluster, trial) => trial.Run(async () =>
    {
        await cluster[1].Kill();
        await MembershipTable.WaitDead(cluster, 1);
        await cluster.StartSilo(1);
    }));

    [ServerFact]
    public Task Nothing_stale_is_answered_when_a_silo_is_killed_and_started_again_at_once() => OnALeasedCluster((cluster, trial) => trial.Run(async () =>
    {
        for (var silo = 0; silo < cluster.Nodes.Count; silo++)
        {
            await cluster[silo].Kill();
            await cluster.StartSilo(silo);
        }
    }));

    [ServerFact]
    public Task Nothing_stale_is_answered_when_a_silo_is_paused_until_it_is_given_up() => OnALeasedCluster((cluster, trial) => trial.Run(async () =>
    {
        await cluster[2].Stop();
        await MembershipTable.WaitDead(cluster, 2);
        await cluster[2].Continue();
        await cluster[2].WaitForExit();
        await cluster.StartSilo(2);
    }));

    [ServerFact]
    public Task Nothing_stale_is_answered_while_each_silo_is_restarted() => OnALeasedCluster((cluster, trial) => trial.Run(async () =>
    {
        for (var silo = 0; silo < cluster.Nodes.Count; silo++)
        {
            Assert.Equal(0, await cluster[silo].Terminate());
            await cluster.StartSilo(silo);
        }
    }));

    private Task OnALeasedCluster(Func<ClusterProcesses, LeasedTrial, Task<LeasedReport>> test) => OnACluster(async cluster =>
    {
        var connections = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => cluster.Connect()));
        var clients = connections.Index().ToDictionary(
            client => $"client {client.Index}", client => new LeasedGrid(client.Item.Grid, new GrainLeaseSource(client.Item.Grains, ShippedModels.Load())));
        try
        {
            var report = await test(cluster, new LeasedTrial(cluster, clients));
            Say(report);
            AssertNone(report.Wrong);
            Assert.Equal(0, report.WrongAfterwards);
            Assert.True(report.AtOnce > report.Answers / 2, "Hardly anything was held, so nothing was tried.");
            Assert.True(report.Changes > 20, "Hardly anything was changed, so nothing was tried.");
        }
        finally
        {
            foreach (var client in clients.Values) await client.DisposeAsync();
            foreach (var connection in connections) await connection.DisposeAsync();
        }
    });
}
