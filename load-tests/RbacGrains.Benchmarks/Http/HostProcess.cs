using System.Diagnostics;

namespace RbacGrains.Benchmarks;

/// <summary>The server to measure, in a process of its own.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly Process _process;

    private HostProcess(Process process, Uri address) => (_process, Address) = (process, address);

    /// <summary>Where it serves.</summary>
    public Uri Address { get; }

    /// <summary>Starts this program once more, as the server.</summary>
    public static async Task<HostProcess> Start()
    {
        var command = new ProcessStartInfo("dotnet", [typeof(HostProcess).Assembly.Location, "serve"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(command)!;
        var address = await process.StandardOutput.ReadLineAsync();
        return new HostProcess(process, new Uri(address ?? throw new InvalidOperationException("The server did not start.")));
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
