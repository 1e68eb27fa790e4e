using RbacGrains.Testing;

namespace RbacGrains.Load.Tests;

public sealed class RunnerTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task What_the_warm_up_did_is_in_no_result()
    {
        var time = new SteppedTime();
        var begun = 0;
        var scenario = Runs.Of(_ =>
        {
            time.Advance(TimeSpan.FromMilliseconds(100));
            return ++begun <= 10 ? StepResult.Of("in the warm-up") : StepResult.Ok;
        });

        var report = await Runs.Finish(
            new LoadRunner(Runs.Cold with { WarmUp = Second }, time).Run(scenario, new ClosedLoop(1, Second)), time);

        Assert.True(begun > report.Total.Count);
        Assert.InRange(report.Total.Count, 1, 10);
        Assert.Empty(report.Total.Errors);
        Assert.Equal(1, report.WarmUpSeconds);
    }

    [Fact]
    public async Task Errors_are_counted_by_kind_and_exceptions_by_type()
    {
        var time = new SteppedTime();
        var scenario = Runs.Of(user =>
        {
            time.Advance(TimeSpan.FromMilliseconds(10));
            return (user.Iteration % 4) switch
            {
                0 => StepResult.Of("permission_denied"),
                1 => throw new TimeoutException(),
                _ => StepResult.Ok,
            };
        });

        var report = await Runs.Finish(new LoadRunner(Runs.Cold, time).Run(scenario, new ClosedLoop(1, Second)), time);

        Assert.Equal(["TimeoutException", "permission_denied"], report.Total.Errors.Keys);
        Assert.InRange(report.Total.Errors["permission_denied"], report.Total.Count / 5, (report.Total.Count / 4) + 1);
        var well = report.Total.Count - report.Total.ErrorCount;
        Assert.Equal(well / report.Seconds, report.Total.PerSecond, 3);
    }

    [Fact]
    public async Task An_error_ends_the_iteration_before_its_next_step()
    {
        var time = new SteppedTime();
        var scenario = Runs.Of(
            user =>
            {
                time.Advance(TimeSpan.FromMilliseconds(10));
                return user.Iteration % 2 == 0 ? StepResult.Of("no") : StepResult.Ok;
            },
            _ => StepResult.Ok);

        var report = await Runs.Finish(new LoadRunner(Runs.Cold, time).Run(scenario, new ClosedLoop(1, Second)), time);

        Assert.Equal(report.Steps[0].Count, report.Total.Count);
        Assert.Equal(report.Steps[0].Count - report.Steps[0].Errors["no"], report.Steps[1].Count);
        Assert.Equal(report.Steps[0].Errors, report.Total.Errors);
    }

    [Fact]
    public async Task A_scenario_with_nothing_left_to_do_ends()
    {
        var scenario = Runs.Of(user => user.Iteration < 5 ? StepResult.Ok : StepResult.Finished);

        var report = await new LoadRunner(Runs.Cold, TimeProvider.System).Run(scenario, new ClosedLoop(1, TimeSpan.FromMinutes(5)));

        Assert.Equal(5, report.Total.Count);
    }

    [Fact]
    public async Task Steps_are_drawn_by_their_weights()
    {
        var time = new SteppedTime();
        Step Named(string name, int weight) => new(name, (_, _) =>
        {
            time.Advance(TimeSpan.FromMilliseconds(1));
            return new(StepResult.Ok);
        })
        { Weight = weight };
        var scenario = new Scenario("test", "", [Named("often", 9), Named("seldom", 1)]) { Order = StepOrder.OneByWeight };

        var report = await Runs.Finish(new LoadRunner(Runs.Cold, time).Run(scenario, new ClosedLoop(1, 2 * Second)), time);

        Assert.Equal(report.Total.Count, report.Steps[0].Count + report.Steps[1].Count);
        Assert.InRange(report.Steps[1].Count / (double)report.Total.Count, 0.05, 0.15);
    }

    [Fact]
    public async Task A_scenario_is_cleaned_also_when_its_run_is_cancelled()
    {
        var isClean = false;
        using var stop = new CancellationTokenSource();
        var scenario = Runs.Of(_ =>
        {
            stop.Cancel();
            return StepResult.Ok;
        }) with
        {
            Clean = _ =>
            {
                isClean = true;
                return Task.CompletedTask;
            },
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new LoadRunner(Runs.Cold, TimeProvider.System).Run(scenario, new ClosedLoop(1, TimeSpan.FromMinutes(5)), null, stop.Token));

        Assert.True(isClean);
    }
}
