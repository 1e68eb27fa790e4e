namespace RbacGrains.Benchmarks;

/// <summary>Checks over HTTP beside a bare endpoint of the same server with the same bodies, in turns, so that both have the same machine.</summary>
internal static class HttpMeasurement
{
    /// <summary>How many different users are asked about.</summary>
    public const int Users = 64;

    private const int Connections = 64;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    /// <summary>Measures, and reports.</summary>
    public static async Task Run(Settings settings)
    {
        await using var host = await HostProcess.Start();
        var (pairs, duration) = settings.Quick ? (3, TimeSpan.FromSeconds(1)) : (8, TimeSpan.FromSeconds(3));
        var (check, bare) = (new Endpoint(host, "/v1/check"), new Endpoint(host, "/bare"));
        // Until the server has compiled what is hot for good; less than this, and the compiler is measured, too.
        foreach (var endpoint in new[] { check, bare, check, bare }) await Load(endpoint, WarmUp);
        check.Forget();
        bare.Forget();
        var ratios = new List<double>();
        for (var pair = 0; pair < pairs; pair++)
        {
            // Whoever comes first in a pair comes second in the next.
            foreach (var endpoint in pair % 2 == 0 ? new[] { check, bare } : [bare, check]) await Load(endpoint, duration);
            ratios.Add(check.Runs[^1].PerSecond / bare.Runs[^1].PerSecond);
        }

        ratios.Sort();
        var report = new Report(
            $"HTTP, {Connections} connections, client and server on one machine", "endpoint", "per second", "p50", "p99", "processor time of the server");
        foreach (var endpoint in new[] { check, bare })
        {
            var all = Latencies.Of(endpoint.Runs);
            report.Row($"POST {endpoint.Path}", all.PerSecond, all.Show(0.5), all.Show(0.99), $"{endpoint.ProcessorMicroseconds:F1} µs");
        }

        report.Say($"The check reaches {ratios[ratios.Count / 2]:P0} of the bare endpoint (median of {pairs} pairs; {ratios[0]:P0} to {ratios[^1]:P0}).");
        await report.Write(settings, "http.md");
    }

    private static async Task Load(Endpoint endpoint, TimeSpan duration)
    {
        var connections = await Task.WhenAll(Enumerable.Range(0, Connections).Select(number => Connection.Open(
            endpoint.Host.Address, endpoint.Path,
            $$"""{"organization":"acme","user":"user-{{number % Users:D3}}","action":"agents:create"}""")));
        try
        {
            var before = endpoint.Host.ProcessorTime;
            var run = PolledLoop.Run(connections, duration);
            endpoint.Note(run, endpoint.Host.ProcessorTime - before);
        }
        finally
        {
            foreach (var connection in connections) connection.Dispose();
        }
    }
}
