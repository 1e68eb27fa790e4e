using System.Diagnostics;

namespace RbacGrains.LoadTests;

/// <summary>Changes and the database's own commits in turns, so that whatever else the machine does meets both alike.</summary>
/// <param name="change">Makes a change, as a worker; whether it was acknowledged.</param>
/// <param name="commit">Writes a row, as a worker.</param>
internal sealed class ChangeRounds(Func<int, Task<bool>> change, Func<int, Task> commit)
{
    /// <summary>Warms up, and measures.</summary>
    /// <param name="atOnce">How many workers, each beginning its next when its last is acknowledged.</param>
    /// <param name="rounds">How many pairs.</param>
    /// <param name="duration">How long each half of a pair takes.</param>
    public async Task<ChangeFigures> Run(int atOnce, int rounds, TimeSpan duration)
    {
        var figures = new ChangeFigures(atOnce);
        for (var round = -1; round < rounds; round++)
        {
            // Whoever comes first in a pair comes second in the next.
            var isChangeFirst = round % 2 == 0;
            var first = await Measure(atOnce, duration, isChangeFirst);
            var second = await Measure(atOnce, duration, !isChangeFirst);
            if (round >= 0) figures.Add(isChangeFirst ? first : second, isChangeFirst ? second : first);
        }
        return figures;
    }

    private async Task<ChangeRun> Measure(int atOnce, TimeSpan duration, bool isChange)
    {
        var begun = Stopwatch.GetTimestamp();
        var workers = await Task.WhenAll(Enumerable.Range(0, atOnce).Select(worker => Task.Run(() => Work(worker, begun, duration, isChange))));
        var elapsed = Stopwatch.GetElapsedTime(begun);
        var all = new Histogram();
        foreach (var (durations, _) in workers) all.Add(durations);
        return new ChangeRun(all, elapsed, workers.Sum(worker => worker.Lost));
    }

    private async Task<(Histogram Durations, long Lost)> Work(int worker, long begun, TimeSpan duration, bool isChange)
    {
        var durations = new Histogram();
        var lost = 0L;
        while (Stopwatch.GetElapsedTime(begun) < duration)
        {
            var start = Stopwatch.GetTimestamp();
            var isMade = true;
            if (isChange) isMade = await change(worker);
            else await commit(worker);
            if (isMade) durations.Record(Stopwatch.GetElapsedTime(start));
            else lost++;
        }
        return (durations, lost);
    }
}

/// <summary>What a half of a pair has found.</summary>
/// <param name="Durations">How long each took that was acknowledged.</param>
/// <param name="Elapsed">How long all took together.</param>
/// <param name="Lost">How many were not acknowledged.</param>
internal sealed record ChangeRun(Histogram Durations, TimeSpan Elapsed, long Lost)
{
    /// <summary>How many were acknowledged a second.</summary>
    public double PerSecond => Durations.Count / Elapsed.TotalSeconds;
}
