using System.Diagnostics;
using Npgsql;

namespace RbacGrains.Testing;

/// <summary>
/// A PostgreSQL server of a test run's own, as durable as a real one, on a socket in a temporary directory. It ends with
/// the test process, however that ends.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    internal const string SystemUser = "postgres";

    private const string DatabaseUser = "rbac";

    // The shell waits for the end of its input, which comes when this process closes it or dies, and then cleans up.
    private const string UntilInputEnds =
        "\"$@\" & server=$!; cat > /dev/null; kill -INT $server; wait $server; rm -rf \"$0\"";

    private readonly string _directory;
    private readonly Stack<Process> _processes = new();
    private int _databases;

    private PostgresServer(string directory, Process process)
    {
        _directory = directory;
        _processes.Push(process);
    }

    /// <summary>Starts a server.</summary>
    /// <exception cref="InvalidOperationException">None is installed, or it does not start; the message says why.</exception>
    public static async Task<PostgresServer> Start()
    {
        var installation = PostgresInstallation.Find();
        if (installation.Missing is not null) throw new InvalidOperationException(installation.Missing);
        var directory = Path.Combine(Path.GetTempPath(), "rbac-pg-" + Path.GetRandomFileName()[..8]);
        await Run(
            Path.Combine(installation.Programs, "initdb"),
            "--pgdata", directory, "--username", DatabaseUser, "--auth", "trust", "--encoding", "UTF8", "--locale", "C", "--no-sync");
        return new PostgresServer(directory, await Serve(installation, directory));
    }

    /// <summary>Ends the server at once, as a power failure would, and starts it again where it was.</summary>
    public async Task Restart()
    {
        var lockFile = Path.Combine(_directory, "postmaster.pid");
        await Run("kill", "-QUIT", (await File.ReadAllLinesAsync(lockFile))[0]);
        // The last thing that it does.
        while (File.Exists(lockFile)) await Task.Delay(TimeSpan.FromMilliseconds(10));
        _processes.Push(await Serve(PostgresInstallation.Find(), _directory));
    }

    /// <summary>Makes a new, empty database.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabase()
    {
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        await Execute(ConnectionString("postgres"), $"CREATE DATABASE {name}");
        return ConnectionString(name);
    }

    /// <summary>Ends every connection to a database but the one that asks, as a failing network would.</summary>
    public static Task CutConnections(string connectionString) => Execute(
        connectionString,
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        while (_processes.TryPop(out var process))
        {
            process.StandardInput.Close();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    private static async Task<Process> Serve(PostgresInstallation installation, string directory)
    {
        var process = Process.Start(Unprivileged(
            "/bin/sh", "-c", UntilInputEnds, directory, Path.Combine(installation.Programs, "postgres"),
            "-D", directory, "-k", directory, "-c", "listen_addresses="))!;
        var said = new List<string>();
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (line.Contains("ready to accept connections", StringComparison.Ordinal))
            {
                _ = process.StandardError.ReadToEndAsync();
                return process;
            }

            // To clients that come too early it says FATAL, too.
            if (line.Contains("FATAL", StringComparison.Ordinal) && !line.Contains("the database system is", StringComparison.Ordinal)) break;
        }

        process.StandardInput.Close();
        throw new InvalidOperationException("PostgreSQL did not start: " + string.Join('\n', said));
    }

    private static async Task Execute(string connectionString, string text)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(text, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task Run(params string[] command)
    {
        using var process = Process.Start(Unprivileged(command))!;
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{command[0]} failed: {await errors}");
    }

    private static ProcessStartInfo Unprivileged(params string[] command)
    {
        string[] drop = Environment.IsPrivilegedProcess
            ? ["setpriv", "--reuid", SystemUser, "--regid", SystemUser, "--clear-groups", "--"]
            : [];
        string[] all = [.. drop, .. command];
        return new ProcessStartInfo(all[0], all[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // The unprivileged user may not be allowed where the tests run.
            WorkingDirectory = Path.GetTempPath(),
        };
    }

    private string ConnectionString(string database) => $"Host={_directory};Username={DatabaseUser};Database={database}";
}
