using System.Globalization;

namespace RbacGrains.LoadTests;

/// <summary>The figures of one scenario against one target.</summary>
internal sealed record ScenarioFigures(
    string Scenario,
    string Target,
    int Workers,
    double? Rate,
    double PerSecond,
    double P50Milliseconds,
    double P95Milliseconds,
    double P99Milliseconds,
    double P999Milliseconds,
    double MaxMilliseconds,
    IReadOnlyDictionary<string, long> Errors)
{
    /// <summary>The columns of their table.</summary>
    public static readonly string[] Columns = ["scenario", "at once", "per second", "p50", "p95", "p99", "p99.9", "max", "errors"];

    /// <summary>Of a measurement.</summary>
    public static ScenarioFigures Of(string scenario, string target, Load load, Measurement measured)
    {
        double Part(double part) => measured.Latencies.Percentile(part).TotalMilliseconds;
        return new(
            scenario, target, load.Workers, load.Rate, measured.PerSecond, Part(0.5), Part(0.95), Part(0.99), Part(0.999),
            measured.Latencies.Max.TotalMilliseconds, measured.Errors);
    }

    /// <summary>Their row.</summary>
    public IReadOnlyList<string> Row() =>
    [
        Scenario,
        $"{Workers}",
        PerSecond.ToString("N0", CultureInfo.InvariantCulture),
        .. ((double[])[P50Milliseconds, P95Milliseconds, P99Milliseconds, P999Milliseconds, MaxMilliseconds])
            .Select(milliseconds => TimeSpan.FromMilliseconds(milliseconds).Show()),
        Errors.Count == 0 ? "none" : string.Join(", ", Errors.Select(error => $"{error.Value} {error.Key}")),
    ];
}
