using Xunit.Abstractions;

namespace RbacGrains.Cluster.Tests;

[NeedsPostgres]
public sealed class HarmedClusterTests(ITestOutputHelper output) : ClusterTest(output)
{
    // Three probes of two seconds and the others' votes; then a lease of five. Twice as much on a machine that is busy.
    private static readonly TimeSpan MembershipTimeout = TimeSpan.FromSeconds(30);

    [ServerFact]
    public Task A_silo_that_is_killed_under_load_costs_no_acknowledged_change_and_no_wrong_answer() => OnACluster(async cluster =>
    {
        var (report, deadAfter) = await HarmTrials.Kill(cluster, victim: 1);
        Say($"declared dead after {deadAfter.Show()}");
        Say(report);
        AssertNone(report.Wrong);
        Assert.InRange(report.Checks.BackAfter, TimeSpan.Zero, MembershipTimeout);
        Assert.InRange(report.Changes.BackAfter, TimeSpan.Zero, MembershipTimeout);
    });

    [ServerFact]
    public Task A_database_that_dies_under_load_costs_no_acknowledged_change_and_no_wrong_answer() => OnACluster(async cluster =>
    {
        var report = await HarmTrials.RestartDatabase(cluster);
        Say(report);
        AssertNone(report.Wrong);
        Assert.InRange(report.Changes.BackAfter, TimeSpan.Zero, MembershipTimeout);
    });

    [ServerFact]
    public Task A_rolling_restart_under_load_fails_no_check() => OnACluster(async cluster =>
    {
        var (report, exitCodes) = await HarmTrials.RollingRestart(cluster);
        Say(report);
        AssertNone(report.Wrong);
        Assert.Equal(0, report.Checks.Failed);
        Assert.All(exitCodes, code => Assert.Equal(0, code));
    });

    [ServerFact]
    public Task A_silo_that_was_paused_and_given_up_answers_nothing_from_before() => OnACluster(async cluster =>
    {
        var report = await new PauseTrial(cluster).Run();
        Say(report);
        Assert.True(report.LivedThere > 0, "Nobody lives on the paused silo, so nothing was tried.");
        Assert.Equal(0, report.Stale);
        Assert.Equal(0, report.WrongAfterwards);
    });

    [ServerFact]
    public Task A_change_of_a_group_is_finished_for_every_member_when_the_silo_of_its_organization_is_killed() => OnACluster(async cluster =>
    {
        var report = await new GroupCrashTrial(cluster).Run(rounds: 4);
        Say(report);
        AssertNone(report.Wrong);
        Assert.True(report.HalfWay > 0, "No change was half-way, so nothing was tried.");
        Assert.True(report.MembersBySilo.Count(members => members > 0) > 1, "All members live on one silo, so nothing was tried.");
    });
}
