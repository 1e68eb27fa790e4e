namespace RbacGrains.Benchmarks;

/// <summary>
/// Batches of a thousand checks over HTTP beside the same checks one by one, in turns, so that both have the same machine. What counts is
/// how many checks are answered.
/// </summary>
internal static class BatchMeasurement
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    /// <summary>Measures, and reports.</summary>
    public static async Task Run(Settings settings)
    {
        await using var host = await HostProcess.Start();
        var (pairs, duration) = settings.Quick ? (3, TimeSpan.FromSeconds(1)) : (8, TimeSpan.FromSeconds(3));
        var report = new Report(
            $"Batches of {BatchWorld.Checks} checks over HTTP, client and server on one machine",
            "asked by", "connections", "checks per second", "p50", "p99", "processor time of the server for a check");
        foreach (var (who, checks) in new[] { ("50 users, 5 organizations", BatchWorld.OfMany()), ("one user", BatchWorld.OfOne()) })
            foreach (var connections in new[] { 64, 1 })
            {
                var batch = new Asked(host, "/v1/check/batch", [BatchWorld.Batch(checks)], connections, BatchWorld.Checks);
                var single = new Asked(host, "/v1/check", checks, connections, 1);
                foreach (var way in new[] { single, batch, single, batch }) await way.Load(WarmUp);
                batch.Endpoint.Forget();
                single.Endpoint.Forget();
                var ratios = new List<double>();
                for (var pair = 0; pair < pairs; pair++)
                {
                    // Whoever comes first in a pair comes second in the next.
                    foreach (var way in pair % 2 == 0 ? new[] { batch, single } : [single, batch]) await way.Load(duration);
                    ratios.Add(batch.PerSecond(batch.Endpoint.Runs[^1]) / single.PerSecond(single.Endpoint.Runs[^1]));
                }

                ratios.Sort();
                foreach (var way in new[] { batch, single })
                {
                    var all = Latencies.Of(way.Endpoint.Runs);
                    report.Row($"POST {way.Endpoint.Path}, {who}", connections, way.PerSecond(all), all.Show(0.5), all.Show(0.99),
                        FormattableString.Invariant($"{way.Endpoint.ProcessorMicroseconds / way.Checks:F2} µs"));
                }

                report.Say($"{who}, {connections} connections: a batch answers {ratios[ratios.Count / 2]:F1} times as many checks (median of {pairs} pairs; {ratios[0]:F1} to {ratios[^1]:F1}).");
            }

        await report.Write(settings, "batch.md");
    }

    /// <summary>A way of asking, by so many connections.</summary>
    private sealed class Asked(HostProcess host, string path, string[] bodies, int connections, int checks)
    {
        private readonly byte[][] _requests = [.. bodies.Select(body => Connection.Request(host.Address, path, CheckHost.RootKey, body))];

        public Endpoint Endpoint { get; } = new(host, path);

        public int Checks => checks;

        public double PerSecond(Latencies run) => run.PerSecond * checks;

        public async Task Load(TimeSpan duration)
        {
            // They begin at different places, so that not all ask the same at the same time.
            var open = await Task.WhenAll(Enumerable.Range(0, connections).Select(number => Connection.Open(host.Address, _requests, number * 37)));
            try
            {
                var before = host.ProcessorTime;
                var run = PolledLoop.Run(open, duration);
                Endpoint.Note(run, host.ProcessorTime - before);
            }
            finally
            {
                foreach (var one in open) one.Dispose();
            }
        }
    }
}
