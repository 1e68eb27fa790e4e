using RbacGrains.Load;

namespace RbacGrains.Benchmarks;

/// <summary>How long each of many operations took, and how many there were in how much time.</summary>
/// <param name="Durations">The duration of each.</param>
/// <param name="Elapsed">How long all of them took together.</param>
internal sealed record Latencies(Histogram Durations, TimeSpan Elapsed)
{
    /// <summary>How many operations there were.</summary>
    public long Count => Durations.Count;

    /// <summary>Operations a second.</summary>
    public double PerSecond => Count / Elapsed.TotalSeconds;

    /// <summary>The duration that a part of all operations did not exceed.</summary>
    public TimeSpan Percentile(double part) => Durations.Percentile(part);

    /// <summary>A percentile in a unit that suits it.</summary>
    public string Show(double part) => Percentile(part).Show();

    /// <summary>Several runs as one, one after another.</summary>
    public static Latencies Of(IReadOnlyCollection<Latencies> runs) =>
        Of(runs.Select(run => run.Durations), runs.Aggregate(TimeSpan.Zero, (sum, run) => sum + run.Elapsed));

    /// <summary>What several have done at the same time.</summary>
    public static Latencies Of(IEnumerable<Histogram> durations, TimeSpan elapsed)
    {
        var all = new Histogram();
        foreach (var one in durations) all.Add(one);
        return new Latencies(all, elapsed);
    }
}
