using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;

namespace RbacGrains.Load.Scenarios;

/// <summary>The standalone program as a process, on a free port and an SQLite file of its own.</summary>
internal sealed class StandaloneProcess : IAsyncDisposable
{
    private const string Program = "RbacGrains.Standalone";
    private const string Serves = "RbacGrains serves ";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rbac-load-");
    private readonly ConcurrentQueue<string> _said = new();
    private Process? _process;

    /// <summary>The key that may do everything.</summary>
    public string RootKey { get; } = RandomNumberGenerator.GetHexString(32);

    /// <summary>Where it serves.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Starts it, and waits until it serves.</summary>
    /// <exception cref="InvalidOperationException">It did not start; the message has what it printed.</exception>
    public async Task Start(CancellationToken cancellationToken)
    {
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = new Process { StartInfo = Command(), EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Hear(line.Data, address);
        process.ErrorDataReceived += (_, line) => Hear(line.Data, address);
        process.Exited += (_, _) => address.TrySetException(
            new InvalidOperationException($"The standalone program ended before it served:\n{string.Join('\n', _said)}"));
        process.Start();
        _process = process;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Address = await address.Task.WaitAsync(Patience, cancellationToken);
    }

    /// <summary>Asks it to stop, and waits until it has.</summary>
    public async Task Stop()
    {
        if (_process is not { } process) return;
        _process = null;
        using (process)
        {
            if (!process.HasExited)
            {
                using var asked = Process.Start("kill", ["-TERM", $"{process.Id}"]);
                await asked.WaitForExitAsync();
            }
            using var patience = new CancellationTokenSource(Patience);
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill();
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Stop();
        _folder.Delete(recursive: true);
    }

    private ProcessStartInfo Command()
    {
        var command = new ProcessStartInfo("dotnet", [FindProgram(), "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder.FullName,
        };
        command.Environment["Rbac__RootKey"] = RootKey;
        command.Environment["Rbac__Provider"] = "sqlite";
        command.Environment["Rbac__Database"] = $"Data Source={Path.Combine(_folder.FullName, "rbac.db")}";
        command.Environment["Logging__LogLevel__Default"] = "Warning";
        return command;
    }

    // Every project's output lies beside the others', by configuration.
    private static string FindProgram()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(output.Parent!.Parent!.FullName, Program, output.Name, $"{Program}.dll");
        return File.Exists(program)
            ? program
            : throw new ArgumentException($"The standalone program is not at {program}. Build it in this configuration, or name a service by --url.");
    }

    private void Hear(string? line, TaskCompletionSource<Uri> address)
    {
        if (line is null) return;
        _said.Enqueue(line);
        if (line.StartsWith(Serves, StringComparison.Ordinal)) address.TrySetResult(new Uri(line[Serves.Length..].Split(' ')[0]));
    }
}
