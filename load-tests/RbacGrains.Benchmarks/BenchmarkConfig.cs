using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace RbacGrains.Benchmarks;

/// <summary>How BenchmarkDotNet measures.</summary>
internal static class BenchmarkConfig
{
    /// <summary>
    /// In this process, because its own generated projects would not restore under central package management; short enough
    /// for all of it to take minutes.
    /// </summary>
    public static IConfig Make(Settings settings)
    {
        var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
            .WithIterationTime(Perfolizer.Horology.TimeInterval.FromMilliseconds(settings.Quick ? 60 : 150))
            .WithWarmupCount(5)
            .WithIterationCount(settings.Quick ? 6 : 12);
        return ManualConfig.CreateEmpty()
            .AddJob(job)
            .AddLogger(ConsoleLogger.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddExporter(MarkdownExporter.GitHub)
            .HideColumns("Error", "RatioSD", "Gen0", "Gen1")
            .WithArtifactsPath(settings.Output);
    }
}
