using System.Diagnostics;
using RbacGrains.Testing;

namespace RbacGrains.Cluster.Testing;

/// <summary>Silo processes on a PostgreSQL of their own, with ways to harm them.</summary>
internal sealed class ClusterProcesses : IAsyncDisposable
{
    /// <summary>The key that may do everything.</summary>
    public const string RootKey = "a-root-key-for-cluster-tests";

    private readonly ClusterOptions _options;
    private readonly IReadOnlyList<SiloAddresses> _addresses;
    private readonly List<SiloProcess> _ended = [];
    private readonly Dictionary<int, SiloProcess> _silos = [];
    private readonly TemporaryDirectory _folder = new();

    private readonly bool _ownsDatabase;

    private ClusterProcesses(ClusterOptions options, PostgresServer database, string connectionString, bool ownsDatabase)
    {
        (_options, Database, ConnectionString, _ownsDatabase) = (options, database, connectionString, ownsDatabase);
        _addresses = SiloAddresses.Find(options.Silos);
        Nodes = [.. _addresses.Select(address => new NodeApi(address.Http))];
    }

    /// <summary>The database server.</summary>
    public PostgresServer Database { get; }

    /// <summary>The database that the silos share.</summary>
    public string ConnectionString { get; }

    /// <summary>HTTP to each silo, in order, also to those that are not there at present.</summary>
    public IReadOnlyList<NodeApi> Nodes { get; }

    /// <summary>Where the silos are.</summary>
    public IReadOnlyList<SiloAddresses> Addresses => _addresses;

    /// <summary>What all silos have printed, also those that have ended.</summary>
    public string Logs => string.Join("\n\n", _ended.Concat(_silos.Values)
        .Select(silo => $"== silo {silo.Addresses.Number}, process {silo.Id}\n{silo.Said}"));

    /// <summary>The silo of a number.</summary>
    public SiloProcess this[int number] => _silos[number];

    /// <summary>Starts a database and silos on it, and waits until they are ready. The first makes the schema.</summary>
    public static async Task<ClusterProcesses> Start(ClusterOptions? options = null)
    {
        var server = await PostgresServer.Start();
        var cluster = new ClusterProcesses(options ?? new ClusterOptions(), server, await server.CreateDatabase(), ownsDatabase: true);
        return await cluster.StartAll();
    }

    /// <summary>Starts silos on a database that is there, and outlives them.</summary>
    public static Task<ClusterProcesses> StartOn(PostgresServer server, string connectionString, ClusterOptions options) =>
        new ClusterProcesses(options, server, connectionString, ownsDatabase: false).StartAll();

    /// <summary>Starts a silo at its place, and waits until it is ready.</summary>
    public async Task StartSilo(int number)
    {
        lock (_silos)
        {
            if (_silos.Remove(number, out var before)) _ended.Add(before);
            _silos[number] = SiloProcess.Start(Command(_addresses[number]), _addresses[number]);
        }
        await this[number].WaitReady();
    }

    /// <summary>Asks every silo to go, one after another, and waits until they have.</summary>
    public async Task StopAll()
    {
        foreach (var silo in _silos.Values) await silo.Terminate();
    }

    /// <summary>An Orleans client that knows the gateways of some silos; of all when none is named.</summary>
    public Task<ClusterClient> Connect(params int[] silos) => ClusterClient.Connect(
        "rbac", "rbac", [.. (silos.Length == 0 ? _addresses : silos.Select(number => _addresses[number])).Select(address => address.Gateway)]);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var node in Nodes) node.Dispose();
        foreach (var silo in _ended.Concat(_silos.Values)) silo.Dispose();
        if (_ownsDatabase) await Database.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<ClusterProcesses> StartAll()
    {
        try
        {
            await StartSilo(0);
            await Task.WhenAll(Enumerable.Range(1, _options.Silos - 1).Select(StartSilo));
            return this;
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    private ProcessStartInfo Command(SiloAddresses addresses)
    {
        // Every project's output lies beside the others', by configuration.
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(output.Parent!.Parent!.FullName, "RbacGrains.Silo", output.Name, "RbacGrains.Silo.dll");
        var command = new ProcessStartInfo("dotnet", [program, "--urls", addresses.Http.ToString()])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder.Path,
        };
        var settings = command.Environment;
        settings["Rbac__RootKey"] = RootKey;
        // A silo has two pools and some connections more; PostgreSQL takes a hundred from all of them.
        settings["Rbac__Database__ConnectionString"] = $"{ConnectionString};Maximum Pool Size=14";
        settings["Rbac__Database__MigrateOnStart"] = "true";
        settings["Rbac__AdvertisedAddress"] = "127.0.0.1";
        settings["Rbac__SiloPort"] = $"{addresses.SiloPort}";
        settings["Rbac__GatewayPort"] = $"{addresses.Gateway.Port}";
        settings["Rbac__Drain__Delay"] = $"{_options.DrainDelay:c}";
        settings["Logging__LogLevel__Default"] = "Warning";
        foreach (var (key, value) in _options.Settings) settings[key] = value;
        return command;
    }
}
