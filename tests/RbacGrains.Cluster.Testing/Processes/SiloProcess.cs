using System.Collections.Concurrent;
using System.Diagnostics;

namespace RbacGrains.Cluster.Testing;

/// <summary>One silo of the product as a process of its own.</summary>
internal sealed class SiloProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = new();

    private SiloProcess(ProcessStartInfo command, SiloAddresses addresses)
    {
        Addresses = addresses;
        _process = new Process { StartInfo = command };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
    }

    /// <summary>Where it is.</summary>
    public SiloAddresses Addresses { get; }

    /// <summary>What it has printed.</summary>
    public string Said => string.Join('\n', _said);

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>The memory that it has in use, in bytes, as the system counts it.</summary>
    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Its number in the system.</summary>
    public int Id => _process.Id;

    /// <summary>Starts a silo without waiting for anything.</summary>
    public static SiloProcess Start(ProcessStartInfo command, SiloAddresses addresses)
    {
        var silo = new SiloProcess(command, addresses);
        silo._process.Start();
        silo._process.BeginOutputReadLine();
        silo._process.BeginErrorReadLine();
        return silo;
    }

    /// <summary>Waits until it says that it is ready.</summary>
    /// <exception cref="InvalidOperationException">It ended, or a minute was not enough; the message has what it printed.</exception>
    public async Task WaitReady()
    {
        using var http = new HttpClient { BaseAddress = Addresses.Http, Timeout = TimeSpan.FromSeconds(5) };
        for (var begun = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begun) < Patience && !HasExited; await Task.Delay(Pause))
        {
            try
            {
                using var ready = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (ready.IsSuccessStatusCode) return;
            }
            catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
            {
                // Not yet.
            }
        }
        throw new InvalidOperationException($"Silo {Addresses.Number} did not get ready{(HasExited ? $" and ended with {_process.ExitCode}" : "")}:\n{Said}");
    }

    /// <summary>SIGKILL: the process gets no chance to do anything.</summary>
    public async Task Kill()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM: asks it to go, and waits until it has.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> Terminate()
    {
        await Signal("TERM");
        return await WaitForExit();
    }

    /// <summary>Waits until it has ended.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> WaitForExit()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    /// <summary>SIGSTOP: it stands still, and does not know it.</summary>
    public Task Stop() => Signal("STOP");

    /// <summary>SIGCONT: it goes on where it stood still.</summary>
    public Task Continue() => Signal("CONT");

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    private async Task Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
        if (kill.ExitCode != 0) throw new InvalidOperationException($"Silo {Addresses.Number} could not be sent SIG{name}:\n{Said}");
    }

    private void Hear(string? line)
    {
        if (line is not null) _said.Enqueue(line);
    }
}
