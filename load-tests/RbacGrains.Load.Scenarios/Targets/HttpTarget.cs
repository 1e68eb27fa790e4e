using System.CommandLine;
using RbacGrains.Client;

namespace RbacGrains.Load.Scenarios;

/// <summary>The service over HTTP: the standalone program, started for the run, or one that is there.</summary>
public sealed class HttpTarget : ILoadTarget
{
    private static readonly Option<string?> Url = new("--url") { Description = "http: a service that is there; else the standalone program is started." };
    private static readonly Option<string?> Key = new("--key")
    {
        Description = "http: the key for --url; it has to be one that may act for users. Default: the environment's RBAC_KEY.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("RBAC_KEY"),
    };

    private readonly StandaloneProcess? _process;
    private HttpConnection _connection;

    private HttpTarget(StandaloneProcess? process, string name, HttpConnection connection, Traffic traffic) =>
        (_process, Name, _connection, Traffic) = (process, name, connection, traffic);

    /// <summary>How it is chosen.</summary>
    public static TargetKind Kind { get; } = new(
        "http", "the standalone program over HTTP, started on a store of its own, or the service at --url", [Url, Key],
        async (parsed, cancellationToken) => parsed.GetValue(Url) is { } url
            ? At(url, parsed.GetValue(Key))
            : await Start(cancellationToken));

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IGrid Grid => _connection.Grid;

    /// <inheritdoc/>
    public Traffic Traffic { get; }

    /// <inheritdoc/>
    public bool CanRestart => _process is not null;

    /// <inheritdoc/>
    public ILeaseSource Leases => _connection.Leases;

    /// <summary>Starts the standalone program.</summary>
    /// <exception cref="ArgumentException">It is not there.</exception>
    public static async Task<HttpTarget> Start(CancellationToken cancellationToken)
    {
        var process = new StandaloneProcess();
        try
        {
            await process.Start(cancellationToken);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
        var traffic = new Traffic();
        return new HttpTarget(
            process, "the standalone program on SQLite, over HTTP", new HttpConnection(process.Address, process.RootKey, traffic), traffic);
    }

    /// <inheritdoc/>
    public async Task Restart(CancellationToken cancellationToken)
    {
        if (_process is null) throw new NotSupportedException("A service that was there before is not restarted.");
        await _connection.DisposeAsync();
        await _process.Stop();
        await _process.Start(cancellationToken);
        _connection = new HttpConnection(_process.Address, _process.RootKey, Traffic);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        if (_process is not null) await _process.DisposeAsync();
    }

    private static HttpTarget At(string url, string? key)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new ArgumentException($"--url is '{url}'; it has to be an absolute http or https address.");
        if (string.IsNullOrEmpty(key)) throw new ArgumentException("--url needs a key of that service: --key, or RBAC_KEY in the environment.");
        var traffic = new Traffic();
        return new HttpTarget(null, $"the service at {address.GetLeftPart(UriPartial.Authority)}", new HttpConnection(address, key, traffic), traffic);
    }
}
