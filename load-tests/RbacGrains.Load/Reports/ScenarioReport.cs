namespace RbacGrains.Load;

/// <summary>What was measured of one scenario.</summary>
/// <param name="Name">The scenario.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Shape">The load shape, as people read it.</param>
/// <param name="IsOpen">
/// Whether latencies count from when an iteration should have begun; otherwise each begins when the last has ended, and latencies are service times.
/// </param>
/// <param name="WarmUpSeconds">How long it ran before, unmeasured.</param>
/// <param name="Seconds">How long was measured.</param>
/// <param name="Total">Whole iterations.</param>
/// <param name="Steps">Each step.</param>
/// <param name="Data">The bytes; null where the target does not know them.</param>
/// <param name="Series">How it went, second by second.</param>
/// <param name="Curve">Latencies of whole iterations at rising percentiles.</param>
public sealed record ScenarioReport(
    string Name,
    string Description,
    string Shape,
    bool IsOpen,
    double WarmUpSeconds,
    double Seconds,
    StepFigures Total,
    IReadOnlyList<StepFigures> Steps,
    DataFigures? Data,
    IReadOnlyList<SecondFigures> Series,
    IReadOnlyList<CurvePoint> Curve)
{
    private static readonly double[] Parts = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.98, 0.99, 0.995, 0.998, 0.999, 0.9995, 0.9999, 0.99999];

    /// <summary>Of a measurement.</summary>
    internal static ScenarioReport Of(Scenario scenario, LoadShape shape, TimeSpan warmUp, Measurement measured)
    {
        var (seconds, whole) = (measured.Elapsed.TotalSeconds, measured.Recorder.OfWhole());
        return new(
            scenario.Name, scenario.Description, shape.Describe(), shape is OpenShape, warmUp.TotalSeconds, seconds,
            StepFigures.Of("all", whole, seconds),
            [.. scenario.Steps.Select((step, number) => StepFigures.Of(step.Name, measured.Recorder.OfStep(number), seconds))],
            measured.Data,
            measured.Seconds,
            // A percentile of fewer than would lie beyond it is the longest again.
            [.. Parts.Where(part => whole.Latency.Count * (1 - part) >= 1)
                .Select(part => new CurvePoint(part, whole.Latency.PercentileNanoseconds(part) / 1e3))]);
    }
}

/// <summary>A point of the curve of latencies.</summary>
/// <param name="Part">The part of all iterations, from 0 to 1.</param>
/// <param name="Microseconds">What they did not exceed.</param>
public sealed record CurvePoint(double Part, double Microseconds);
