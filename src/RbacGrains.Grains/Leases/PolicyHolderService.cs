using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace RbacGrains.Grains.Leases;

/// <inheritdoc cref="IPolicyHolderService"/>
[Reentrant]
internal sealed class PolicyHolderService(GrainId id, Silo silo, ILoggerFactory loggers, PolicyHolder holder)
    : GrainService(id, silo, loggers), IPolicyHolderService
{
    /// <inheritdoc/>
    public ValueTask Drop(string organization, long version)
    {
        holder.Drop(organization, version);
        return default;
    }
}
