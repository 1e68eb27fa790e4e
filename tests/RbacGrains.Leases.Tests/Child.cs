using System.Collections.Concurrent;
using System.Diagnostics;

namespace RbacGrains.Leases.Tests;

/// <summary>A process that a test has started, and ends with it.</summary>
internal sealed class Child : IDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Child(ProcessStartInfo command)
    {
        command.RedirectStandardError = command.RedirectStandardOutput = true;
        _process = new Process { StartInfo = command, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException($"The program ended at once:\n{Said}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Said => string.Join('\n', _said);

    /// <summary>Where it serves, if it is a server.</summary>
    public Task<Uri> Address => _address.Task;

    public static Child Server(string folder)
    {
        // Every project's output lies beside the others', by configuration.
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(output.Parent!.Parent!.FullName, "RbacGrains.Standalone", output.Name, "RbacGrains.Standalone.dll");
        var command = new ProcessStartInfo("dotnet", [program, "--urls", "http://127.0.0.1:0"]) { WorkingDirectory = folder };
        command.Environment["Rbac__RootKey"] = Checker.Key;
        command.Environment["Rbac__Provider"] = "sqlite";
        command.Environment["Rbac__Database"] = $"Data Source={Path.Combine(folder, "rbac.db")}";
        command.Environment["Logging__LogLevel__Default"] = "Warning";
        return new Child(command);
    }

    public static Child Client(Uri service, string board, int number) =>
        new(new ProcessStartInfo("dotnet", [typeof(Child).Assembly.Location, service.ToString(), board, $"{number}"]));

    /// <summary>Sends it a signal.</summary>
    public async Task Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }

    public Task WaitForExit() => _process.WaitForExitAsync();

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
        _ = _address.Task.Exception;
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        _said.Enqueue(line);
        const string Before = "RbacGrains serves ";
        if (line.StartsWith(Before, StringComparison.Ordinal)) _address.TrySetResult(new Uri(line[Before.Length..].Split(' ')[0]));
    }
}
