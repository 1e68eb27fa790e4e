using System.Collections.Immutable;

namespace RbacGrains.Load;

/// <summary>The figures of one step, or of whole iterations.</summary>
/// <param name="Name">The step.</param>
/// <param name="Count">How many ended, those with errors included.</param>
/// <param name="PerSecond">How many ended well, a second.</param>
/// <param name="Latency">How long they took, those with errors included; under an open shape from when they should have begun.</param>
/// <param name="Service">The same from when they did begin.</param>
/// <param name="Errors">How many ended with each kind of error.</param>
public sealed record StepFigures(
    string Name,
    long Count,
    double PerSecond,
    LatencyFigures Latency,
    LatencyFigures Service,
    ImmutableSortedDictionary<string, long> Errors)
{
    /// <summary>How many ended with any error.</summary>
    public long ErrorCount => Errors.Values.Sum();

    /// <summary>Of what was recorded.</summary>
    internal static StepFigures Of(string name, StepRecord record, double seconds) => new(
        name,
        record.Latency.Count,
        seconds > 0 ? (record.Latency.Count - record.Errors.Values.Sum()) / seconds : 0,
        LatencyFigures.Of(record.Latency),
        LatencyFigures.Of(record.Service),
        record.Errors.ToImmutableSortedDictionary(StringComparer.Ordinal));
}
