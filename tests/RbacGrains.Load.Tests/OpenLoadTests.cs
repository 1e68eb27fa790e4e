using RbacGrains.Testing;

namespace RbacGrains.Load.Tests;

public sealed class OpenLoadTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task What_falls_due_while_the_target_stands_still_counts_from_when_it_should_have_begun()
    {
        var time = new SteppedTime();
        var stalls = Runs.Of(user =>
        {
            if (user.Iteration == 0) time.Advance(Second);
            return StepResult.Ok;
        });

        // At 0, 100, ... 1,900 ms; the first takes a second, and those of 100 to 900 ms wait for it.
        var report = await Runs.Finish(
            new LoadRunner(Runs.Cold, time).Run(stalls, new ConstantRate(10, 2 * Second)), time);

        Assert.Equal(20, report.Total.Count);
        Assert.True(report.Total.Latency.Max >= 1e6);
        // Half of the twenty are those ten: even the last of them, due at 900 ms, waited for 100.
        Assert.True(report.Total.Latency.P95 >= 0.9e6, $"{report.Total.Latency}");
        Assert.True(report.Total.Latency.Mean >= 5.5e6 / 20, $"{report.Total.Latency}");
    }

    [Fact]
    public async Task What_it_took_after_it_had_begun_is_told_apart()
    {
        var time = new SteppedTime();
        var stalls = Runs.Of(user =>
        {
            time.Advance(user.Iteration == 0 ? Second : TimeSpan.FromMilliseconds(1));
            return StepResult.Ok;
        });

        var report = await Runs.Finish(new LoadRunner(Runs.Cold, time).Run(stalls, new ConstantRate(10, Second)), time);

        Assert.True(report.Total.Latency.P50 >= 0.4e6, $"{report.Total.Latency}");
        Assert.True(report.Total.Service.P50 < report.Total.Latency.P50, $"{report.Total.Service}");
    }

    [Fact]
    public async Task The_wait_for_its_turn_belongs_to_the_first_step()
    {
        var time = new SteppedTime();
        var stalls = Runs.Of(
            user =>
            {
                if (user.Iteration == 0) time.Advance(Second);
                return StepResult.Ok;
            },
            _ => StepResult.Ok);

        var report = await Runs.Finish(new LoadRunner(Runs.Cold, time).Run(stalls, new ConstantRate(10, Second)), time);

        Assert.True(report.Steps[0].Latency.P50 >= 0.4e6, $"{report.Steps[0].Latency}");
        Assert.True(report.Steps[1].Latency.P50 < report.Steps[0].Latency.P50, $"{report.Steps[1].Latency}");
    }

    [Fact]
    public async Task What_nobody_gets_to_in_the_end_is_an_error_with_the_time_it_has_waited()
    {
        var time = new SteppedTime();
        // The only one who works stands still until they are told to give up.
        var stuck = new Scenario("test", "", [new Step("stuck", async (_, giveUp) =>
        {
            var givenUp = new TaskCompletionSource();
            await using (giveUp.Register(givenUp.SetResult)) await givenUp.Task;
            return StepResult.Ok;
        })]);

        var report = await Runs.Finish(
            new LoadRunner(Runs.Cold with { Patience = 2 * Second }, time).Run(stuck, new ConstantRate(10, Second)), time);

        Assert.Equal(10, report.Total.Count);
        Assert.Equal(9, report.Total.Errors[Iterations.NotBegun]);
        Assert.True(report.Total.Latency.P99 >= 2e6, $"{report.Total.Latency}");
    }
}
