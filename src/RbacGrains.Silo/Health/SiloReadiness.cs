using RbacGrains.Api;
using RbacGrains.Grains.Leases;

namespace RbacGrains.Silo;

/// <summary>
/// Ready while the cluster counts the node among its members, it holds the lease under which it answers, and the database can be
/// asked; until the moment in which it is asked to stop.
/// </summary>
internal sealed class SiloReadiness(
    ISiloStatusOracle membership, SiloLease lease, DatabaseProbe database, IHostApplicationLifetime lifetime) : IReadiness
{
    /// <inheritdoc/>
    public async ValueTask<string?> FindObstacle(CancellationToken cancellationToken)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested) return "The service is stopping.";
        var status = membership.CurrentStatus;
        if (status != SiloStatus.Active) return $"The node is no member of the cluster: it is {status}.";
        return lease.IsValid
            ? await database.FindObstacle(cancellationToken)
            : "The node's lease has run out, so it answers nothing from memory; the log says why.";
    }
}
