namespace RbacGrains.Load;

/// <summary>What was measured of one step, or of whole iterations.</summary>
internal sealed class StepRecord
{
    /// <summary>From when it should have begun to its end.</summary>
    public Histogram Latency { get; } = new();

    /// <summary>From when it did begin to its end.</summary>
    public Histogram Service { get; } = new();

    /// <summary>How many ended with each kind of error.</summary>
    public Dictionary<string, long> Errors { get; } = new(StringComparer.Ordinal);

    /// <summary>Counts one.</summary>
    public void Note(long latency, long service, string? error)
    {
        Latency.Record(latency);
        Service.Record(service);
        if (error is not null) Errors[error] = Errors.GetValueOrDefault(error) + 1;
    }

    /// <summary>Adds another one.</summary>
    public void Add(StepRecord other)
    {
        Latency.Add(other.Latency);
        Service.Add(other.Service);
        foreach (var (kind, count) in other.Errors) Errors[kind] = Errors.GetValueOrDefault(kind) + count;
    }
}
