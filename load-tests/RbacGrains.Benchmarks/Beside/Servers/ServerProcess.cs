using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace RbacGrains.Benchmarks;

/// <summary>A server of ours or of others, in a process of its own, told where to serve.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private ServerProcess(Process process, Uri address) => (_process, Address) = (process, address);

    /// <summary>Where it serves.</summary>
    public Uri Address { get; }

    /// <summary>How much time of processors it has used.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts a server, and waits until it answers.</summary>
    /// <param name="port">Where it has been told to serve.</param>
    /// <param name="health">What it answers with 200 once it is ready.</param>
    /// <param name="program">The program.</param>
    /// <param name="arguments">What it is told.</param>
    public static async Task<ServerProcess> Start(int port, string health, string program, params string[] arguments)
    {
        var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new ServerProcess(process, new Uri($"http://127.0.0.1:{port}"));
        using var http = new HttpClient { BaseAddress = server.Address };
        var start = Stopwatch.GetTimestamp();
        while (!await Answers(http, health))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(start) > Longest) throw new InvalidOperationException($"{program} did not start to serve.");
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }

        return server;
    }

    /// <summary>A port that nobody serves on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<bool> Answers(HttpClient http, string health)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(health, UriKind.Relative));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
