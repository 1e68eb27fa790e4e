using System.Diagnostics;
using RbacGrains.Load;

namespace RbacGrains.Benchmarks;

/// <summary>So many at once in this process, each beginning its next operation when its last one has ended. Over sockets: <see cref="PolledLoop"/>.</summary>
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
        return Latencies.Of(all, Stopwatch.GetElapsedTime(start));
    }

    /// <summary>Measures operations one after another.</summary>
    /// <param name="times">How many.</param>
    /// <param name="operation">One of them: how many there were before.</param>
    public static async Task<Latencies> Repeat(int times, Func<int, Task> operation)
    {
        var durations = new Histogram();
        var start = Stopwatch.GetTimestamp();
        for (var number = 0; number < times; number++)
        {
            var begin = Stopwatch.GetTimestamp();
            await operation(number);
            durations.Record(Stopwatch.GetElapsedTime(begin));
        }

        return new Latencies(durations, Stopwatch.GetElapsedTime(start));
    }

    /// <summary>Measures a number of operations, several at once.</summary>
    /// <param name="concurrency">How many at once.</param>
    /// <param name="count">How many there are together.</param>
    /// <param name="operation">One of them, by its number from 0.</param>
    public static async Task<Latencies> Count(int concurrency, int count, Func<int, Task> operation)
    {
        var next = -1;
        var start = Stopwatch.GetTimestamp();
        var all = await Task.WhenAll(Enumerable.Range(0, concurrency).Select(_ => Task.Run(async () =>
        {
            var durations = new Histogram();
            for (var number = Interlocked.Increment(ref next); number < count; number = Interlocked.Increment(ref next))
            {
                var begin = Stopwatch.GetTimestamp();
                await operation(number);
                durations.Record(Stopwatch.GetElapsedTime(begin));
            }

            return durations;
        })));
        return Latencies.Of(all, Stopwatch.GetElapsedTime(start));
    }

    private static async Task<Histogram> Loop(int number, long start, TimeSpan duration, Func<int, int, Task> operation)
    {
        var durations = new Histogram();
        for (var now = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start, now) < duration;)
        {
            await operation(number, (int)durations.Count);
            var end = Stopwatch.GetTimestamp();
            durations.Record(Stopwatch.GetElapsedTime(now, end));
            now = end;
        }

        return durations;
    }
}
