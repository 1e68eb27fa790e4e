using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace RbacGrains.Benchmarks;

/// <summary>How long the standalone program takes until it is ready, on a store of a million users beside an empty one.</summary>
internal static class StartMeasurement
{
    private const int Users = 1_000_000;

    /// <summary>Measures, and reports.</summary>
    /// <param name="settings">How.</param>
    /// <param name="program">The standalone program's assembly; beside this program's own by default.</param>
    public static async Task Run(Settings settings, string? program)
    {
        var path = Path.GetFullPath(program ?? Path.Combine(AppContext.BaseDirectory, "../../RbacGrains.Standalone/release/RbacGrains.Standalone.dll"));
        if (!File.Exists(path)) throw new FileNotFoundException($"There is no '{path}'. Build the standalone program, or name its assembly.");
        var users = settings.Quick ? Users / 10 : Users;
        using var full = await SeededStore.Write(SeededOrganization.Plain("acme", users));
        using var empty = await SeededStore.Write();
        using var client = new HttpClient();
        List<double> onFull = [], onEmpty = [], ratios = [];
        for (var pair = -1; pair < (settings.Quick ? 4 : 10); pair++)
        {
            var isFirst = pair % 2 == 0;
            var one = await Ready(client, path, isFirst ? full : empty);
            var other = await Ready(client, path, isFirst ? empty : full);
            // The first fills the system's caches.
            if (pair < 0) continue;
            var (a, b) = isFirst ? (one, other) : (other, one);
            onFull.Add(a.TotalMilliseconds);
            onEmpty.Add(b.TotalMilliseconds);
            ratios.Add(a / b);
        }

        var report = new Report("Ready", "stored users", "median", "fastest", "slowest", "beside the empty one");
        report.Row(users, $"{Median(onFull):F0} ms", $"{onFull.Min():F0} ms", $"{onFull.Max():F0} ms", $"{Median(ratios):F2}");
        report.Row(0, $"{Median(onEmpty):F0} ms", $"{onEmpty.Min():F0} ms", $"{onEmpty.Max():F0} ms", "");
        report.Say($"Started in turns; the ratio is the median of all pairs. Load average at the end: {LoadAverage.Now}.");
        await report.Write(settings, "start.md");
    }

    private static async Task<TimeSpan> Ready(HttpClient client, string program, SeededStore store)
    {
        var url = $"http://127.0.0.1:{FreePort()}";
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo("dotnet",
            [program, "--urls", url, "--Rbac:Database", store.Storage.ConnectionString, "--Rbac:RootKey", new string('k', 64)])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetDirectoryName(program),
        })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        try
        {
            while (!await IsReady(client, url))
            {
                if (process.HasExited) throw new InvalidOperationException($"The program ended with {process.ExitCode}.");
                await Task.Delay(2);
            }
            return Stopwatch.GetElapsedTime(start);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task<bool> IsReady(HttpClient client, string url)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri($"{url}/health/ready"));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
