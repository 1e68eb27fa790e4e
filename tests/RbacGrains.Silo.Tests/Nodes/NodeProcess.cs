using System.Collections.Concurrent;
using System.Diagnostics;

namespace RbacGrains.Silo.Tests;

/// <summary>A node as a process of its own.</summary>
internal sealed class NodeProcess : IDisposable
{
    public const string RootKey = "a-root-key-for-tests";

    private const string Serves = "RbacGrains serves ";

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private NodeProcess(ProcessStartInfo command)
    {
        _process = new Process { StartInfo = command, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException($"The node ended at once:\n{Said}"));
    }

    /// <summary>What it has printed.</summary>
    public string Said => string.Join('\n', _said);

    /// <summary>Starts a node of its own cluster, in a folder, with some settings as environment variables.</summary>
    public static NodeProcess Start(string folder, string[] args, params (string Name, string Value)[] environment)
    {
        var ports = FreePorts.Find(2);
        // Every project's output lies beside the others', by configuration.
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(output.Parent!.Parent!.FullName, "RbacGrains.Silo", output.Name, "RbacGrains.Silo.dll");
        var command = new ProcessStartInfo("dotnet", [program, "--urls", "http://127.0.0.1:0", .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        command.Environment["Rbac__RootKey"] = RootKey;
        command.Environment["Rbac__SiloPort"] = ports[0];
        command.Environment["Rbac__GatewayPort"] = ports[1];
        foreach (var (name, value) in environment) command.Environment[name] = value;
        var node = new NodeProcess(command);
        node._process.Start();
        node._process.BeginOutputReadLine();
        node._process.BeginErrorReadLine();
        return node;
    }

    /// <summary>A client of it, once it serves.</summary>
    public async Task<HttpClient> Connect()
    {
        var http = new HttpClient { BaseAddress = await _address.Task };
        http.DefaultRequestHeaders.Authorization = new("Bearer", RootKey);
        return http;
    }

    /// <summary>SIGTERM: it is asked to stop.</summary>
    public async Task Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }

    /// <summary>Its exit code, once there is one.</summary>
    public async Task<int> WaitForExit()
    {
        await _process.WaitForExitAsync();
        // Whoever waits for an address has waited for nothing.
        _ = _address.Task.Exception;
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
        if (line.StartsWith(Serves, StringComparison.Ordinal)) _address.TrySetResult(new Uri(line[Serves.Length..].Split(' ')[0]));
    }
}
