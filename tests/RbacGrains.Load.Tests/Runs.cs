namespace RbacGrains.Load.Tests;

/// <summary>Runs for tests.</summary>
internal static class Runs
{
    /// <summary>One that has no warm-up.</summary>
    public static RunOptions Cold { get; } = new() { WarmUp = TimeSpan.Zero, MostAtOnce = 1 };

    /// <summary>A scenario of steps without names that matter.</summary>
    public static Scenario Of(params Func<VirtualUser, StepResult>[] steps) => new(
        "test", "", [.. steps.Select((step, number) => new Step($"step {number}", (user, _) => new(step(user))))]);

    /// <summary>Lets a run go on until it has ended, in steps of a millisecond whenever it waits.</summary>
    public static async Task<ScenarioReport> Finish(Task<ScenarioReport> run, Testing.SteppedTime time)
    {
        while (!run.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(1));
            await Task.Yield();
        }
        return await run;
    }
}
