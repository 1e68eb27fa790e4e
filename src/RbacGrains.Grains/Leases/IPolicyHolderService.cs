using Orleans.Services;

namespace RbacGrains.Grains.Leases;

/// <summary>A silo's policy holder, as organizations reach it; there is one on every silo.</summary>
[Alias("rbac.policy_holder")]
internal interface IPolicyHolderService : IGrainService
{
    /// <summary>Drops an organization's policy if it is older, and whatever was asked for before now.</summary>
    [Alias("Drop")]
    ValueTask Drop(string organization, long version);
}
