using RbacGrains.Load.Scenarios;

namespace RbacGrains.Load.Tests;

public sealed class InterruptedRunTests
{
    private static readonly RunPlan Plan = new(
        ScenarioCatalog.Find(["check-heavy", "hot-user"]), EmbeddedTarget.Kind, new ClosedLoop(1, TimeSpan.FromMilliseconds(100)), Runs.Cold, new PopulationSize(1, 2), null);

    [Theory]
    [InlineData("preparing", 0)]
    [InlineData("done", 1)]
    public async Task It_reports_what_was_measured_to_its_end(string until, int measured)
    {
        using var stop = new CancellationTokenSource();
        await using var target = await EmbeddedTarget.Open(TimeProvider.System, CancellationToken.None);
        var run = new ScenarioRun(Plan, target, new LoadContext(target, Plan.Size, "test"));

        var report = await run.All(Plan.Entries, new Until(until, stop), stop.Token);

        Assert.Equal(measured, report.Scenarios.Count);
    }

    private sealed class Until(string word, CancellationTokenSource stop) : ILoadProgress
    {
        public void Say(Scenario scenario, string what) => Hear(what);

        public void Tick(Scenario scenario, SecondFigures second, bool isMeasured, int underWay, long waiting)
        {
        }

        public void Done(ScenarioReport report) => Hear("done");

        private void Hear(string what)
        {
            if (what == word) stop.Cancel();
        }
    }
}
