using Xunit.Abstractions;

namespace RbacGrains.Cluster.Tests;

[NeedsPostgres]
public sealed class WholeClusterTests(ClusterFixture fixture, ITestOutputHelper output) : ClusterTest(output), IClassFixture<ClusterFixture>
{
    [ServerFact]
    public async Task What_the_three_products_promise_holds_through_every_silo()
    {
        var cluster = await fixture.Cluster;
        await Watch(cluster, async () =>
        {
            var (checkedCells, wrong) = await SeedTrial.Run(cluster.Nodes);
            Say($"{checkedCells} cells of the role tables");
            AssertNone(wrong);
        });
    }

    [ServerFact]
    public async Task What_is_revoked_through_one_silo_is_denied_by_the_others_at_once()
    {
        var cluster = await fixture.Cluster;
        await Watch(cluster, async () =>
        {
            var clients = await Task.WhenAll(Enumerable.Range(0, 3).Select(number => cluster.Connect(number)));
            var report = await new StalenessTrial(cluster, clients).Run(rounds: 300);
            foreach (var client in clients) await client.DisposeAsync();
            Say(report);
            AssertNone(report.Wrong);
            Assert.True(report.UsersBySilo.Count(users => users > 0) > 1, "All users live on one silo, so nothing was tried.");
        });
    }

    [ServerFact]
    public async Task Nobody_becomes_a_member_by_an_inviter_who_was_removed_before()
    {
        var cluster = await fixture.Cluster;
        await Watch(cluster, async () =>
        {
            var report = await new InvitationRaceTrial(cluster.Nodes).Run(rounds: 150);
            Say(report);
            AssertNone(report.Wrong);
        });
    }
}
