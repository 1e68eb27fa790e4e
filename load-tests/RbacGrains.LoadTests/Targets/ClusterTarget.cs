using System.CommandLine;
using System.Net;
using RbacGrains.Client;
using RbacGrains.Grains;
using RbacGrains.Load.Scenarios;

namespace RbacGrains.LoadTests;

/// <summary>Silo processes on PostgreSQL, started for the run, or a cluster that is there, by an Orleans client.</summary>
internal sealed class ClusterTarget : ILoadTarget
{
    private const int MostSilos = 16;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly Option<int> Silos = new("--silos") { DefaultValueFactory = _ => 3, Description = "cluster: how many silo processes are started." };
    private static readonly Option<string[]> Gateways = new("--gateway") { Description = "cluster: one that is there, by its gateways (address:port)." };
    private static readonly Option<string> ClusterId = new("--cluster-id") { DefaultValueFactory = _ => "rbac", Description = "cluster: its id, for --gateway." };
    private static readonly Option<string> ServiceId = new("--service-id") { DefaultValueFactory = _ => "rbac", Description = "cluster: its service's id." };

    private readonly ModelCatalog _models = ShippedModels.Load();
    private readonly ClusterProcesses? _processes;
    private ClusterClient _client;

    private ClusterTarget(string name, ClusterProcesses? processes, ClusterClient client) => (Name, _processes, _client) = (name, processes, client);

    /// <summary>How it is chosen.</summary>
    public static TargetKind Kind { get; } = new(
        "cluster", "silo processes on a PostgreSQL, all started for it, or the cluster at --gateway", [Silos, Gateways, ClusterId, ServiceId],
        async (parsed, cancellationToken) => parsed.GetValue(Gateways) is { Length: > 0 } gateways
            ? await At(parsed.GetRequiredValue(ClusterId), parsed.GetRequiredValue(ServiceId), gateways, cancellationToken)
            : await Start(parsed.GetValue(Silos)));

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IGrid Grid => _client.Grid;

    /// <inheritdoc/>
    public Traffic? Traffic => null;

    /// <inheritdoc/>
    public bool CanRestart => _processes is not null;

    /// <inheritdoc/>
    public ILeaseSource Leases => new GrainLeaseSource(_client.Grains, _models);

    /// <inheritdoc/>
    public async Task Restart(CancellationToken cancellationToken)
    {
        if (_processes is null) throw new NotSupportedException("A cluster that was there before is not restarted.");
        await _client.DisposeAsync();
        await _processes.StopAll();
        for (var silo = 0; silo < _processes.Addresses.Count; silo++) await _processes.StartSilo(silo);
        _client = await _processes.Connect();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        if (_processes is not null) await _processes.DisposeAsync();
    }

    private static async Task<ClusterTarget> Start(int silos)
    {
        if (silos is < 1 or > MostSilos) throw new ArgumentException($"--silos is {silos}; it has to be from 1 to {MostSilos}.");
        var processes = await ClusterProcesses.Start(new ClusterOptions { Silos = silos });
        return new ClusterTarget(
            $"{silos} silo process{(silos == 1 ? "" : "es")} on PostgreSQL, by an Orleans client", processes, await processes.Connect());
    }

    private static async Task<ClusterTarget> At(string cluster, string service, string[] gateways, CancellationToken cancellationToken)
    {
        IPEndPoint[] addresses =
        [
            .. gateways.Select(text => IPEndPoint.TryParse(text, out var address) && address.Port > 0
                ? address
                : throw new ArgumentException($"--gateway is '{text}'; it has to be an address and a port, such as 10.0.0.1:30000.")),
        ];
        try
        {
            // By itself a client would go on trying.
            var client = await ClusterClient.Connect(cluster, service, addresses).WaitAsync(Patience, cancellationToken);
            return new ClusterTarget($"the cluster '{cluster}', by an Orleans client", null, client);
        }
        catch (Exception failure) when (failure is OrleansException or TimeoutException)
        {
            throw new InvalidOperationException($"The cluster '{cluster}' does not answer at {string.Join(", ", gateways)}: {failure.Message}", failure);
        }
    }
}
