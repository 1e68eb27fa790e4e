using System.Collections.Concurrent;
using System.Diagnostics;
using RbacGrains.Testing;

namespace RbacGrains.AdminConsole.Tests;

/// <summary>The standalone program with its demo, as a process of its own on a database of its own.</summary>
internal sealed class DemoProgram : IDisposable
{
    public const string RootKey = "a-root-key-for-console-tests";

    private readonly TemporaryDirectory _folder = new();
    private readonly ConcurrentQueue<string> _said = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _filled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;

    private DemoProgram()
    {
        _process = new Process { StartInfo = Command(), EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) =>
        {
            var ended = new InvalidOperationException($"The program ended:\n{Said}");
            _address.TrySetException(ended);
            _filled.TrySetException(ended);
        };
    }

    private string Database => $"Data Source={_folder.File("rbac.db")}";

    /// <summary>What the program has printed.</summary>
    public string Said => string.Join('\n', _said);

    /// <summary>Where it serves.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Starts the program, and waits until its demo is there.</summary>
    /// <param name="fill">Fills the database before, by its connection string; null for an empty one.</param>
    public static async Task<DemoProgram> Start(Func<string, Task>? fill = null)
    {
        var program = new DemoProgram();
        if (fill is not null) await fill(program.Database);
        program._process.Start();
        program._process.BeginOutputReadLine();
        program._process.BeginErrorReadLine();
        program.Address = await program._address.Task;
        await program._filled.Task;
        return program;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        // Nobody waits for them any more.
        _ = (_address.Task.Exception, _filled.Task.Exception);
        _folder.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        _said.Enqueue(line);
        const string Before = "RbacGrains serves ";
        if (line.StartsWith(Before, StringComparison.Ordinal)) _address.TrySetResult(new Uri(line[Before.Length..].Split(' ')[0]));
        if (line.StartsWith("The console, where in this environment anybody", StringComparison.Ordinal)) _filled.TrySetResult();
    }

    private ProcessStartInfo Command()
    {
        // Every project's output lies beside the others', by configuration.
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(output.Parent!.Parent!.FullName, "RbacGrains.Standalone", output.Name, "RbacGrains.Standalone.dll");
        var command = new ProcessStartInfo("dotnet", [program, "--demo", "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder.Path,
        };
        command.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        command.Environment["Rbac__RootKey"] = RootKey;
        command.Environment["Rbac__Database"] = Database;
        command.Environment["Logging__LogLevel__Default"] = "Warning";
        // The tests sign in more often than people do.
        command.Environment["Rbac__Limits__Anonymous__PerMinute"] = "0";
        return command;
    }
}
