namespace RbacGrains.Load;

/// <summary>The tables that every form of a report has.</summary>
internal static class ReportTables
{
    /// <summary>The columns of <see cref="Figures"/>.</summary>
    public static readonly string[] Columns = ["", "count", "per second", "mean", "p50", "p95", "p99", "p99.9", "max", "errors"];

    /// <summary>The figures of a scenario: whole iterations first, then each step where there are several.</summary>
    public static IEnumerable<string[]> Figures(ScenarioReport scenario)
    {
        yield return Row(scenario.Total.Name, scenario.Total, scenario.Total.Latency);
        // Beside the latency, so that what the generator and the line added to it can be seen.
        if (scenario.IsOpen) yield return Row("all, from when it did begin", scenario.Total, scenario.Total.Service);
        if (scenario.Steps.Count == 1) yield break;
        foreach (var step in scenario.Steps) yield return Row(step.Name, step, step.Latency);
    }

    /// <summary>What the latencies of a scenario count from.</summary>
    public static string Meaning(ScenarioReport scenario) => scenario.IsOpen
        ? "Open load: a latency counts from when its iteration should have begun by the schedule, so a target that stands still makes all that fall due meanwhile slow. "
            + "The second row counts from when it did begin; the difference is waiting in line, and how late timers are: a millisecond or two on a machine at rest."
        : "Closed loop: each begins its next iteration when its last has ended, so these are service times. What callers who come meanwhile would wait is not in them; "
            + "use a rate to see that.";

    /// <summary>The bytes of a scenario.</summary>
    public static string? Data(ScenarioReport scenario) => scenario.Data is not { } data
        ? null
        : $"Sent {Numbers.Bytes(data.SentPerSecond)}/s ({Numbers.Bytes(data.Sent)}), received {Numbers.Bytes(data.ReceivedPerSecond)}/s ({Numbers.Bytes(data.Received)}).";

    /// <summary>How long was warmed up and measured.</summary>
    public static string Times(ScenarioReport scenario) =>
        $"{scenario.Shape}; {Seconds(scenario.Seconds)} measured after {(scenario.WarmUpSeconds > 0 ? $"{Seconds(scenario.WarmUpSeconds)} of" : "no")} warm-up";

    private static string Seconds(double seconds) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{seconds:0.#} s");

    private static string[] Row(string name, StepFigures figures, LatencyFigures times) =>
    [
        name,
        Numbers.Count(figures.Count),
        Numbers.Rate(figures.PerSecond),
        .. ((double[])[times.Mean, times.P50, times.P95, times.P99, times.P999, times.Max]).Select(Durations.ShowMicroseconds),
        Numbers.Errors(figures),
    ];
}
