using BenchmarkDotNet.Running;

namespace RbacGrains.Benchmarks;

/// <summary>What the program measures, each by a word on the command line.</summary>
internal static class Commands
{
    private const string Usage = """
        usage: RbacGrains.Benchmarks <what> [--quick] [--out <folder>]
          compare     every path beside its limit, and that beside --baseline <file>; fails when one is worse (--refresh writes it)
          decisions   a decision on held values, and what compiling them costs (BenchmarkDotNet)
          changes     durable changes beside the store's own write
          growth      adding members up to 100,000, and listing them
          leases      a check held under a lease beside a dictionary (BenchmarkDotNet), and what a million of them take in memory
          http        checks over HTTP beside a bare endpoint
          beside      checks beside other engines; load-tests/beside/run.sh installs them
        """;

    /// <summary>Runs one of them.</summary>
    public static async Task<int> Run(string[] args)
    {
        var settings = Settings.Read(args);
        switch (args.FirstOrDefault())
        {
            case "compare":
                return await BaselineRun.Run(settings, Settings.Value(args, "--baseline") ?? "load-tests/baseline.json", args.Contains("--refresh"));
            case "decisions":
                BenchmarkSwitcher.FromTypes([typeof(DecisionBenchmarks), typeof(CompileBenchmarks)])
                    .Run(["--filter", "*"], BenchmarkConfig.Make(settings));
                return 0;
            case "leases":
                BenchmarkSwitcher.FromTypes([typeof(LeasedCheckBenchmarks)]).Run(["--filter", "*"], BenchmarkConfig.Make(settings));
                await LeaseMemory.Run(settings);
                return 0;
            case "changes":
                await ChangeMeasurement.Run(settings);
                return 0;
            case "growth":
                await GrowthMeasurement.Run(settings);
                return 0;
            case "http":
                await HttpMeasurement.Run(settings);
                return 0;
            case "beside":
                await BesideMeasurement.Run(settings, BesideSettings.Read(args));
                return 0;
            case "serve":
                await CheckHost.Serve();
                return 0;
            default:
                await Console.Error.WriteLineAsync(Usage);
                return 2;
        }
    }
}
