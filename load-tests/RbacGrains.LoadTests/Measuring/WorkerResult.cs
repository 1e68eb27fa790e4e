namespace RbacGrains.LoadTests;

/// <summary>What one worker has measured. Only that worker touches it.</summary>
internal sealed class WorkerResult
{
    /// <summary>How long its operations took.</summary>
    public Histogram Latencies { get; } = new();

    /// <summary>Its errors.</summary>
    public Dictionary<string, long> Errors { get; } = new(StringComparer.Ordinal);

    /// <summary>Makes an operation, and notes what came of it.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="worker">The worker.</param>
    /// <param name="number">Its operation's number.</param>
    /// <param name="since">From when its duration counts, by the stopwatch.</param>
    public async ValueTask Make(IScenario scenario, int worker, long number, long since)
    {
        string? error;
        try
        {
            error = await scenario.Run(worker, number);
        }
#pragma warning disable CA1031 // Whatever goes wrong is what is measured.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            error = failure.GetType().Name;
        }
        Latencies.Record(System.Diagnostics.Stopwatch.GetElapsedTime(since));
        if (error is not null) Errors[error] = Errors.GetValueOrDefault(error) + 1;
    }
}
