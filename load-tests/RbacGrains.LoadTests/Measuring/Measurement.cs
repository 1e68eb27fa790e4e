namespace RbacGrains.LoadTests;

/// <summary>What a run has measured.</summary>
/// <param name="Latencies">How long each operation took; with a rate, from when it should have begun.</param>
/// <param name="Errors">How many operations were answered with each error.</param>
/// <param name="Elapsed">How long the run took.</param>
internal sealed record Measurement(Histogram Latencies, IReadOnlyDictionary<string, long> Errors, TimeSpan Elapsed)
{
    /// <summary>Operations a second, failed ones left out.</summary>
    public double PerSecond => (Latencies.Count - Errors.Values.Sum()) / Elapsed.TotalSeconds;

    /// <summary>What several workers have measured at the same time, as one.</summary>
    public static Measurement Of(IEnumerable<WorkerResult> workers, TimeSpan elapsed)
    {
        var (latencies, errors) = (new Histogram(), new Dictionary<string, long>(StringComparer.Ordinal));
        foreach (var worker in workers)
        {
            latencies.Add(worker.Latencies);
            foreach (var (code, count) in worker.Errors) errors[code] = errors.GetValueOrDefault(code) + count;
        }
        return new Measurement(latencies, errors, elapsed);
    }
}
