namespace RbacGrains.Benchmarks;

/// <summary>Checks over HTTP beside a bare endpoint of the same server with the same bodies, in turns, so that both have the same machine.</summary>
internal static class HttpMeasurement
{
    /// <summary>How many different users are asked about.</summary>
    public const int Users = 64;

    private const int Connections = 64;

    /// <summary>Measures, and reports.</summary>
    public static async Task Run(Settings settings)
    {
        await using var host = await HostProcess.Start();
        var (pairs, duration) = settings.Quick ? (3, TimeSpan.FromSeconds(1)) : (8, TimeSpan.FromSeconds(3));
        await Load(host, "/v1/check", duration);
        await Load(host, "/bare", duration);
        List<Latencies> checks = [], bares = [];
        var ratios = new List<double>();
        for (var pair = 0; pair < pairs; pair++)
        {
            // Whoever comes first in a pair comes second in the next.
            var order = pair % 2 == 0 ? new[] { checks, bares } : [bares, checks];
            foreach (var runs in order) runs.Add(await Load(host, ReferenceEquals(runs, checks) ? "/v1/check" : "/bare", duration));
            ratios.Add(checks[^1].PerSecond / bares[^1].PerSecond);
        }

        ratios.Sort();
        var (check, bare) = (Latencies.Of(checks), Latencies.Of(bares));
        var report = new Report($"HTTP, {Connections} connections, client and server on one machine", "endpoint", "per second", "p50", "p99");
        report.Row("POST /v1/check", check.PerSecond, check.Show(0.5), check.Show(0.99));
        report.Row("POST /bare, the same body", bare.PerSecond, bare.Show(0.5), bare.Show(0.99));
        report.Say($"The check reaches {ratios[ratios.Count / 2]:P0} of the bare endpoint (median of {pairs} pairs; {ratios[0]:P0} to {ratios[^1]:P0}).");
        await report.Write(settings, "http.md");
    }

    private static async Task<Latencies> Load(HostProcess host, string path, TimeSpan duration)
    {
        var connections = await Task.WhenAll(Enumerable.Range(0, Connections).Select(number => Connection.Open(
            host.Address, path, $$"""{"organization":"acme","user":"user-{{number % Users:D3}}","action":"agents:create"}""")));
        try
        {
            return await ClosedLoop.Run(Connections, duration, (number, _) => connections[number].Exchange());
        }
        finally
        {
            foreach (var connection in connections) connection.Dispose();
        }
    }
}
