using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace RbacGrains.LoadTests;

/// <summary>This program as a silo in a process of its own (its command <c>host</c>), for clients that are to be outside.</summary>
internal sealed class HostProcess : IDisposable
{
    /// <summary>What it prints before its gateway's port.</summary>
    public const string Ready = "ready at ";

    private readonly Process _process;

    private HostProcess(Process process, IPEndPoint gateway) => (_process, Gateway) = (process, gateway);

    /// <summary>Where Orleans clients find it.</summary>
    public IPEndPoint Gateway { get; }

    /// <summary>Starts it; it ends when its input does, and so with this process.</summary>
    public static async Task<HostProcess> Start()
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(HostProcess).Assembly.Location, HostCommand.Name])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (line.StartsWith(Ready, StringComparison.Ordinal))
                return new HostProcess(process, new IPEndPoint(IPAddress.Loopback, int.Parse(line[Ready.Length..], CultureInfo.InvariantCulture)));
        throw new InvalidOperationException("The silo did not start.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
