using System.Diagnostics;
using System.Globalization;

namespace RbacGrains.Benchmarks;

/// <summary>How long each of many operations took, and how many there were in how much time.</summary>
/// <param name="Ticks">The duration of each, in stopwatch ticks, ordered.</param>
/// <param name="Elapsed">How long all of them took together.</param>
internal sealed record Latencies(long[] Ticks, TimeSpan Elapsed)
{
    /// <summary>Operations a second.</summary>
    public double PerSecond => Ticks.Length / Elapsed.TotalSeconds;

    /// <summary>The duration that a part of all operations did not exceed.</summary>
    public TimeSpan Percentile(double part) =>
        Stopwatch.GetElapsedTime(0, Ticks[(int)Math.Min(Ticks.Length - 1, part * Ticks.Length)]);

    /// <summary>A percentile in a unit that suits it.</summary>
    public string Show(double part)
    {
        var micros = Percentile(part).TotalMicroseconds;
        return micros < 1000
            ? string.Create(CultureInfo.InvariantCulture, $"{micros:F0} µs")
            : string.Create(CultureInfo.InvariantCulture, $"{micros / 1000:F1} ms");
    }

    /// <summary>Several runs as one.</summary>
    public static Latencies Of(IReadOnlyCollection<Latencies> runs)
    {
        long[] ticks = [.. runs.SelectMany(run => run.Ticks)];
        Array.Sort(ticks);
        return new Latencies(ticks, runs.Aggregate(TimeSpan.Zero, (sum, run) => sum + run.Elapsed));
    }
}
