using System.Globalization;
using Spectre.Console;

namespace RbacGrains.Load;

/// <summary>Says how it goes line by line, for files and pipes.</summary>
public sealed class LineProgress(IAnsiConsole console) : ILoadProgress
{
    /// <inheritdoc/>
    public void Say(Scenario scenario, string what)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        console.WriteLine($"{scenario.Name}: {what}");
    }

    /// <inheritdoc/>
    public void Tick(Scenario scenario, SecondFigures second, bool isMeasured, int underWay, long waiting)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(second);
        console.WriteLine($"{scenario.Name}: {Words(second, isMeasured, underWay, waiting)}");
    }

    /// <inheritdoc/>
    public void Done(ScenarioReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        console.Write(ReportTable.Of(report));
    }

    /// <summary>A second in words.</summary>
    internal static string Words(SecondFigures second, bool isMeasured, int underWay, long waiting) =>
        string.Create(CultureInfo.InvariantCulture, $"{second.At,5:0} s  {Numbers.Rate(second.PerSecond),9}/s  p50 {Durations.ShowMicroseconds(second.P50),8}  ")
        + $"p99 {Durations.ShowMicroseconds(second.P99),8}  errors {Numbers.Rate(second.ErrorsPerSecond)}/s  under way {underWay}"
        + (waiting > 0 ? $"  waiting {Numbers.Count(waiting)}" : "")
        + (isMeasured ? "" : "  (warm-up)");
}
