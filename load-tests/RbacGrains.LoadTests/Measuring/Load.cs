using System.Diagnostics;

namespace RbacGrains.LoadTests;

/// <summary>Runs a scenario.</summary>
/// <param name="Workers">How many work at once.</param>
/// <param name="Rate">Operations a second that are begun come what may; null when each worker begins its next when its last has ended.</param>
/// <param name="WarmUp">For how long it runs before it is measured.</param>
/// <param name="Duration">For how long it is measured.</param>
internal sealed record Load(int Workers, double? Rate, TimeSpan WarmUp, TimeSpan Duration)
{
    /// <summary>Warms up, and measures.</summary>
    public async Task<Measurement> Run(IScenario scenario)
    {
        if (WarmUp > TimeSpan.Zero) await Run(scenario, WarmUp);
        return await Run(scenario, Duration);
    }

    private async Task<Measurement> Run(IScenario scenario, TimeSpan duration)
    {
        var begun = Stopwatch.GetTimestamp();
        var workers = await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker =>
            Task.Run(() => Rate is { } rate ? AtRate(scenario, worker, begun, duration, rate) : OneAfterAnother(scenario, worker, begun, duration))));
        return Measurement.Of(workers, Stopwatch.GetElapsedTime(begun));
    }

    private static async Task<WorkerResult> OneAfterAnother(IScenario scenario, int worker, long begun, TimeSpan duration)
    {
        var result = new WorkerResult();
        for (long number = 0; Stopwatch.GetElapsedTime(begun) < duration; number++)
            await result.Make(scenario, worker, number, Stopwatch.GetTimestamp());
        return result;
    }

    /// <summary>
    /// Each operation has a moment at which it should begin, and its duration counts from there: when the target stands still, the
    /// operations that wait for their turn are slow, too, and not left out. Moments are met to a millisecond, which counts against the target.
    /// </summary>
    private async Task<WorkerResult> AtRate(IScenario scenario, int worker, long begun, TimeSpan duration, double rate)
    {
        var result = new WorkerResult();
        for (long number = 0; ; number++)
        {
            var due = TimeSpan.FromSeconds(((number * Workers) + worker) / rate);
            if (due >= duration) return result;
            if (due - Stopwatch.GetElapsedTime(begun) is { } early && early > TimeSpan.Zero) await Task.Delay(early);
            await result.Make(scenario, worker, number, begun + (long)(due.TotalSeconds * Stopwatch.Frequency));
        }
    }
}
