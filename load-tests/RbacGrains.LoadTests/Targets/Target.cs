using System.Net;

namespace RbacGrains.LoadTests;

/// <summary>What is loaded: a grid, and where its grains are.</summary>
/// <param name="Name">As the report calls it.</param>
/// <param name="Grid">The grid.</param>
/// <param name="Grains">Its grains.</param>
/// <param name="HasNoOps">Whether grains that do nothing live there, too.</param>
/// <param name="Owned">What ends with it, the last first.</param>
internal sealed record Target(string Name, IGrid Grid, IGrainFactory Grains, bool HasNoOps, IReadOnlyList<IAsyncDisposable> Owned)
    : IAsyncDisposable
{
    /// <summary>A silo in this process, called by its own code.</summary>
    public static async Task<Target> InProcess()
    {
        var silo = await Silo.Start();
        return new Target("a silo in this process", silo.Grid, silo.Grains, true, [silo]);
    }

    /// <summary>Silo processes of the product, on a PostgreSQL that is started for them.</summary>
    public static async Task<Target> Cluster(int silos)
    {
        var cluster = await ClusterProcesses.Start(new ClusterOptions { Silos = silos });
        var client = await cluster.Connect();
        return new Target($"{silos} silo process{(silos == 1 ? "" : "es")} on PostgreSQL", client.Grid, client.Grains, false, [cluster, client]);
    }

    /// <summary>A cluster that is there already.</summary>
    public static async Task<Target> Gateways(string clusterId, string serviceId, IReadOnlyList<IPEndPoint> gateways)
    {
        var client = await ClusterClient.Connect(clusterId, serviceId, [.. gateways]);
        return new Target($"the cluster '{clusterId}' by {gateways.Count} gateways", client.Grid, client.Grains, false, [client]);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var owned in Owned.Reverse()) await owned.DisposeAsync();
    }
}
