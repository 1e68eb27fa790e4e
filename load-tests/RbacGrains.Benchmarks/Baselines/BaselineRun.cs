using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace RbacGrains.Benchmarks;

/// <summary>Runs every benchmark that stands beside a limit.</summary>
internal static class BaselineRun
{
    // Other work on the machine meets a path or its limit, not both. So a baseline is the middle of several rounds, and what seems worse is measured
    // again, as often: a path that has become slower is slower each time.
    private const int Rounds = 3;

    private static readonly Type[] All =
    [
        typeof(DecisionBenchmarks),
        typeof(LeasedCheckBenchmarks),
        typeof(CheckBenchmarks),
        typeof(ChangeBenchmarks),
        typeof(ExplanationBenchmarks),
        typeof(WritingRecordBenchmarks),
        typeof(ReadingRecordBenchmarks),
        typeof(StoreWriteBenchmarks),
    ];

    /// <summary>Compares with a baseline, or writes a new one.</summary>
    /// <param name="settings">How to measure.</param>
    /// <param name="file">The baseline.</param>
    /// <param name="refresh">Whether to write this run into it instead of comparing.</param>
    /// <returns>The exit code: 1 when something is worse than it may be.</returns>
    public static async Task<int> Run(Settings settings, string file, bool refresh)
    {
        var baseline = refresh && !File.Exists(file) ? Baseline.Empty : Baseline.Read(await File.ReadAllTextAsync(file));
        if (refresh)
        {
            var all = Enumerable.Range(0, Rounds).SelectMany(_ => Measure(settings, All));
            await File.WriteAllTextAsync(file, baseline.With(MeasuredPath.Middle(all)).Write());
            return 0;
        }

        var measured = Measure(settings, All);
        var compared = baseline.Compare(measured);
        for (var round = 1; round < Rounds && compared.Any(path => path.Fails); round++)
        {
            measured = MeasuredPath.Best([.. measured, .. Measure(settings, All.Where(type => compared.Any(path => path.Fails && IsOf(type, path.Name))))]);
            compared = baseline.Compare(measured);
        }

        var report = new Report("Beside the baseline", "path", "ratio, before", "now", "at best", "bytes, before", "now", "verdict");
        foreach (var path in compared)
            report.Row(
                path.Name, Show(path.Before?.Ratio), Show(path.Now?.Figures.Ratio), Show(path.Now?.LeastRatio),
                Show(path.Before?.Bytes), Show(path.Now?.Figures.Bytes), $"{path.Verdict}");
        report.Say($"Measured up to {Rounds} times, of which the best counts. A path fails beyond {baseline.TimeTolerance:F2} times its ratio and the run's spread, or beyond {baseline.BytesTolerance:F2} times its bytes: {compared.Count(path => path.Fails)} do.");
        await report.Write(settings, "baseline.md");
        return compared.Any(path => path.Fails) ? 1 : 0;
    }

    private static object Show<T>(T? value)
        where T : struct => value is { } figure ? figure : "-";

    private static IReadOnlyList<MeasuredPath> Measure(Settings settings, IEnumerable<Type> types) =>
        [.. types.ToArray().Select(type => BenchmarkRunner.Run(type, BenchmarkConfig.Make(settings))).SelectMany(Measured)];

    private static bool IsOf(Type type, string path) => path.StartsWith($"{type.Name}.", StringComparison.Ordinal);

    private static IEnumerable<MeasuredPath> Measured(Summary summary)
    {
        if (summary.HasCriticalValidationErrors || summary.Reports.Any(report => report.ResultStatistics is null))
            throw new InvalidOperationException($"{summary.Title} could not be measured.");
        return
            from report in summary.Reports
            where !report.BenchmarkCase.Descriptor.Baseline
            let limit = summary.Reports.Single(other =>
                other.BenchmarkCase.Descriptor.Baseline && other.BenchmarkCase.Parameters.DisplayInfo == report.BenchmarkCase.Parameters.DisplayInfo)
            select Measured(report, limit);
    }

    private static MeasuredPath Measured(BenchmarkReport path, BenchmarkReport limit)
    {
        var (one, other) = (path.ResultStatistics!, limit.ResultStatistics!);
        var (descriptor, parameters) = (path.BenchmarkCase.Descriptor, path.BenchmarkCase.Parameters.DisplayInfo);
        return new MeasuredPath(
            $"{descriptor.Type.Name}.{descriptor.WorkloadMethod.Name}{(parameters.Length > 0 ? " " + parameters : "")}",
            new PathFigures(one.Median / other.Median, path.GcStats.GetBytesAllocatedPerOperation(path.BenchmarkCase) ?? 0),
            one.Q1 / other.Q3);
    }
}
