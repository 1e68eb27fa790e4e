using System.Diagnostics;

namespace RbacGrains.Benchmarks;

/// <summary>So many at once, each beginning its next operation when its last one has ended.</summary>
internal static class ClosedLoop
{
    /// <summary>Measures for a time.</summary>
    /// <param name="concurrency">How many at once.</param>
    /// <param name="duration">For how long.</param>
    /// <param name="operation">One operation of one of them: its number, and how many it has made before.</param>
    public static async Task<Latencies> Run(int concurrency, TimeSpan duration, Func<int, int, Task> operation)
    {
        var start = Stopwatch.GetTimestamp();
        var all = await Task.WhenAll(Enumerable.Range(0, concurrency).Select(number => Task.Run(() => Loop(number, start, duration, operation))));
        var elapsed = Stopwatch.GetElapsedTime(start);
        long[] ticks = [.. all.SelectMany(one => one)];
        Array.Sort(ticks);
        return new Latencies(ticks, elapsed);
    }

    /// <summary>Measures something that is done once.</summary>
    public static async Task<Latencies> Once(Func<Task> operation)
    {
        var start = Stopwatch.GetTimestamp();
        await operation();
        return new Latencies([Stopwatch.GetTimestamp() - start], Stopwatch.GetElapsedTime(start));
    }

    private static async Task<List<long>> Loop(int number, long start, TimeSpan duration, Func<int, int, Task> operation)
    {
        var ticks = new List<long>(1 << 14);
        for (var now = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start, now) < duration;)
        {
            await operation(number, ticks.Count);
            var end = Stopwatch.GetTimestamp();
            ticks.Add(end - now);
            now = end;
        }

        return ticks;
    }
}
