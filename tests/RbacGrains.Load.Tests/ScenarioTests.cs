using RbacGrains.Load.Scenarios;

namespace RbacGrains.Load.Tests;

public sealed class ScenarioTests
{
    private static readonly RunOptions Short = new() { WarmUp = TimeSpan.FromMilliseconds(50) };

    public static TheoryData<string> Names => [.. ScenarioCatalog.Entries.Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_scenario_runs_on_the_embedded_grid_without_an_error(string name)
    {
        var entry = Assert.Single(ScenarioCatalog.Find([name]));
        await using var target = await EmbeddedTarget.Open(TimeProvider.System, CancellationToken.None);
        var context = new LoadContext(target, new PopulationSize(3, 20), "test");

        var report = await new LoadRunner(Short, TimeProvider.System).Run(
            entry.Make(entry, context), new ClosedLoop(8, TimeSpan.FromMilliseconds(400)));

        Assert.True(report.Total.Count > 0);
        Assert.Empty(report.Total.Errors);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_scenario_has_a_name_that_can_be_typed_and_weights_that_add_up(string name)
    {
        var entry = Assert.Single(ScenarioCatalog.Find([name]));
        var scenario = entry.Make(entry, new LoadContext(new NoTarget(), new PopulationSize(1, 1), "test"));

        Assert.Matches("^[a-z-]+$", scenario.Name);
        if (scenario.Order == StepOrder.OneByWeight) Assert.Contains(scenario.Steps.Sum(step => step.Weight), (int[])[20, 100]);
    }

    [Fact]
    public async Task A_wrong_answer_is_an_error()
    {
        await using var target = await EmbeddedTarget.Open(TimeProvider.System, CancellationToken.None);
        var people = new Population("test", ModelUse.Letta, new PopulationSize(1, 1));
        await people.Make(target.Grid, CancellationToken.None);

        async Task<string?> Ask(string action, bool isAllowed) => (await Answers.Check(
            target.Grid, people.Member(0, 0), people.Organization(0), action, isAllowed, CancellationToken.None)).Error;

        Assert.Null(await Ask("agents:read", true));
        Assert.Equal("wrong_answer", await Ask("agents:read", false));
        Assert.Equal("wrong_answer", await Ask("billing:manage", true));
        Assert.Equal("unknown_action", await Ask("agents:eat", false));
    }

    [Fact]
    public void An_unknown_scenario_is_refused_with_the_names_that_there_are()
    {
        var mistake = Assert.Throws<ArgumentException>(() => ScenarioCatalog.Find(["check-heavy", "nonsense"]));

        Assert.Contains("'nonsense'", mistake.Message, StringComparison.Ordinal);
        Assert.Contains("letta-day", mistake.Message, StringComparison.Ordinal);
    }

    private sealed class NoTarget : ILoadTarget
    {
        public string Name => "nothing";

        public Core.IGrid Grid => throw new NotSupportedException();

        public Traffic? Traffic => null;

        public bool CanRestart => false;

        public Client.ILeaseSource Leases => throw new NotSupportedException();

        public Task Restart(CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask DisposeAsync() => default;
    }
}
