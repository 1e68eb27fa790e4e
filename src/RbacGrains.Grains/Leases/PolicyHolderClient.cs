using Orleans.Runtime.Services;

namespace RbacGrains.Grains.Leases;

/// <summary>Finds the policy holder of a silo.</summary>
internal sealed class PolicyHolderClient(IServiceProvider services) : GrainServiceClient<IPolicyHolderService>(services)
{
    /// <summary>The holder of a silo.</summary>
    public IPolicyHolderService On(SiloAddress silo) => GetGrainService(silo);
}
