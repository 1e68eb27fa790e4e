using RbacGrains.Api;

namespace RbacGrains.Silo;

/// <summary>
/// Ready while the cluster counts the node among its members and the database answers, from the first of these to the moment
/// in which it is asked to stop.
/// </summary>
internal sealed class SiloReadiness(
    ISiloStatusOracle membership, DatabaseProbe database, IHostApplicationLifetime lifetime) : IReadiness
{
    /// <inheritdoc/>
    public async ValueTask<string?> FindObstacle(CancellationToken cancellationToken)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested) return "The service is stopping.";
        var status = membership.CurrentStatus;
        return status == SiloStatus.Active
            ? await database.FindObstacle(cancellationToken)
            : $"The node is no member of the cluster: it is {status}.";
    }
}
