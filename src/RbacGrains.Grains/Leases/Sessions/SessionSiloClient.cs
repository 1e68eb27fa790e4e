using Orleans.Runtime.Services;

namespace RbacGrains.Grains.Leases;

/// <summary>Finds the sessions of a silo.</summary>
internal sealed class SessionSiloClient(IServiceProvider services) : GrainServiceClient<ISessionSilo>(services)
{
    /// <summary>Those of a silo.</summary>
    public ISessionSilo On(SiloAddress silo) => GetGrainService(silo);
}
