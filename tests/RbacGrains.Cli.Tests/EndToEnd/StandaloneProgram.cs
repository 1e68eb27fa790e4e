using System.Diagnostics;
using System.Text.RegularExpressions;
using RbacGrains.Testing;

namespace RbacGrains.Cli.Tests;

/// <summary>The standalone program as its users start it, on a database of its own.</summary>
public sealed partial class StandaloneProgram : IAsyncLifetime, IDisposable
{
    private const string RootKey = "a-root-key-for-tests-of-the-command-line";

    private readonly TemporaryDirectory _directory = new();
    private Process? _process;

    internal Rbac Rbac { get; private set; } = new();

    public async Task InitializeAsync()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "RbacGrains.Standalone.dll");
        var database = Path.Combine(_directory.Path, "rbac.db");
        var start = new ProcessStartInfo("dotnet", [program, "--urls", "http://127.0.0.1:0", "--Rbac:Database", $"Data Source={database}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _directory.Path,
        };
        start.Environment["Rbac__RootKey"] = RootKey;
        _process = Process.Start(start)!;
        var address = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var said = new System.Collections.Concurrent.ConcurrentQueue<string?>();
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => said.Enqueue(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Rbac = new Rbac
        {
            Network = ServerConnection.NewHandler,
            Variables = new() { ["RBAC_SERVER"] = await address.Task, ["RBAC_KEY"] = RootKey },
        };

        void Note(string? line)
        {
            said.Enqueue(line);
            if (line is null) address.TrySetException(new InvalidOperationException($"The program did not start:\n{string.Join('\n', said)}"));
            else if (Address().Match(line) is { Success: true } match) address.TrySetResult(match.Value);
        }
    }

    public async Task DisposeAsync()
    {
        if (_process is null) return;
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        _process?.Dispose();
        _directory.Dispose();
    }

    [GeneratedRegex(@"(?<=RbacGrains serves )http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();
}
