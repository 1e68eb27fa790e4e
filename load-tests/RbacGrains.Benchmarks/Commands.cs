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
          memory      what users who were asked about cost in memory, a million of them
          large       changes in an organization of 1,000,000 members beside one of 10
          start       the standalone program on 1,000,000 users beside an empty store; --program <its assembly>
          growth      what things cost as members, organizations, roles and areas grow; 'growth members' and so on for one curve
          leases      a check held under a lease beside a dictionary (BenchmarkDotNet), and what a million of them take in memory
          http        checks over HTTP beside a bare endpoint
          batch       batches of a thousand checks over HTTP beside the same checks one by one
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
            case "memory":
                await MemoryMeasurement.Run(settings);
                return 0;
            case "large":
                await LargeMeasurement.Run(settings);
                return 0;
            case "start":
                await StartMeasurement.Run(settings, Settings.Value(args, "--program"));
                return 0;
            case "growth":
                return await GrowthCommand.Run(settings, args.Skip(1).TakeWhile(word => !word.StartsWith('-')).ToList());
            case "http":
                await HttpMeasurement.Run(settings);
                return 0;
            case "batch":
                await BatchMeasurement.Run(settings);
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
