using System.Collections.Concurrent;
using System.Diagnostics;

namespace RbacGrains.Crash.Tests;

/// <summary>The standalone program as a process of its own.</summary>
internal sealed class ServerProcess : IDisposable
{
    public const string RootKey = "a-root-key-for-crash-tests";

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(ServerDatabase database)
    {
        _process = new Process { StartInfo = Command(database), EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException($"The program ended at once:\n{Said}"));
    }

    /// <summary>What the program has printed.</summary>
    public string Said => string.Join('\n', _said);

    /// <summary>Starts the program without waiting for anything.</summary>
    public static ServerProcess Start(ServerDatabase database)
    {
        var server = new ServerProcess(database);
        server._process.Start();
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        return server;
    }

    /// <summary>Where it serves, once it is ready to.</summary>
    public async Task<Uri> WaitReady()
    {
        var address = await _address.Task;
        using var http = new HttpClient { BaseAddress = address };
        using var ready = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
        Assert.True(ready.IsSuccessStatusCode, $"The program serves, but is not ready: {await ready.Content.ReadAsStringAsync()}\n{Said}");
        return address;
    }

    /// <summary>SIGKILL: the process gets no chance to do anything.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        // Whoever waits for an address has waited for nothing.
        _ = _address.Task.Exception;
    }

    /// <summary>SIGTERM: the process is asked to stop.</summary>
    public async Task Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }

    /// <summary>The exit code, once there is one.</summary>
    public async Task<int> WaitForExit()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        _said.Enqueue(line);
        const string Before = "RbacGrains serves ";
        if (line.StartsWith(Before, StringComparison.Ordinal))
            _address.TrySetResult(new Uri(line[Before.Length..].Split(' ')[0]));
    }

    private static ProcessStartInfo Command(ServerDatabase database)
    {
        // Every project's output lies beside the others', by configuration.
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(output.Parent!.Parent!.FullName, "RbacGrains.Standalone", output.Name, "RbacGrains.Standalone.dll");
        var command = new ProcessStartInfo("dotnet", [program, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = database.Folder,
        };
        command.Environment["Rbac__RootKey"] = RootKey;
        command.Environment["Rbac__Provider"] = database.Provider;
        command.Environment["Rbac__Database"] = database.ConnectionString;
        command.Environment["Logging__LogLevel__Default"] = "Warning";
        return command;
    }
}
