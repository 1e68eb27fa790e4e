using System.Globalization;

namespace RbacGrains.Load;

/// <summary>The charts of a scenario.</summary>
internal static class ScenarioCharts
{
    /// <summary>All that there is something to show in.</summary>
    public static IEnumerable<Chart> Of(ScenarioReport scenario)
    {
        if (scenario.Series.Count > 0)
        {
            var time = Axis.FromZero(scenario.Series.Select(second => second.At), ShowSeconds);
            yield return new Chart("Iterations a second", time, Axis.FromZero(scenario.Series.Select(second => second.PerSecond), Numbers.Rate),
                [Line(scenario, "ended well", "a", second => second.PerSecond)]);
            yield return new Chart(
                "Latency", time, Axis.PowersOfTen(scenario.Series.SelectMany(second => (double[])[second.P50, second.P99]), ShowPower),
                [Line(scenario, "p50", "a", second => second.P50), Line(scenario, "p99", "b", second => second.P99)]);
            if (scenario.Total.ErrorCount > 0)
                yield return new Chart("Errors a second", time, Axis.FromZero(scenario.Series.Select(second => second.ErrorsPerSecond), Numbers.Rate),
                    [Line(scenario, "errors", "c", second => second.ErrorsPerSecond)]);
            if (scenario.Data is not null)
                yield return new Chart(
                    "Bytes a second", time,
                    Axis.FromZero(scenario.Series.SelectMany(second => (double[])[second.SentPerSecond, second.ReceivedPerSecond]), Numbers.Bytes),
                    [Line(scenario, "sent", "a", second => second.SentPerSecond), Line(scenario, "received", "b", second => second.ReceivedPerSecond)]);
        }
        if (scenario.Curve.Count > 1) yield return Curve(scenario);
    }

    // Each mark is a tenth of the one before away from all.
    private static Chart Curve(ScenarioReport scenario)
    {
        var points = scenario.Curve.Select(point => (1 / (1 - point.Part), point.Microseconds)).ToList();
        var across = Axis.PowersOfTen(points.Select(point => point.Item1).Append(10), times => $"{(1 - (1 / times)) * 100:0.####}%");
        return new Chart(
            "Latency by percentile", across, Axis.PowersOfTen(points.Select(point => point.Microseconds), ShowPower), [new ChartLine("latency", "a", points)]);
    }

    private static ChartLine Line(ScenarioReport scenario, string name, string color, Func<SecondFigures, double> of) =>
        new(name, color, [.. scenario.Series.Select(second => (second.At, of(second)))]);

    private static string ShowSeconds(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.#} s");

    private static string ShowPower(double microseconds) => microseconds switch
    {
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{microseconds:0.##} µs"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{microseconds / 1e3:0.##} ms"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{microseconds / 1e6:0.##} s"),
    };
}
