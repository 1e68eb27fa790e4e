using System.Collections.Immutable;

namespace RbacGrains.Grains;

/// <summary>A client of leases, as the silo that keeps its session tells it what to drop.</summary>
[Alias("rbac.lease_observer")]
public interface ILeaseObserver : IGrainObserver
{
    /// <summary>Drops records, in this order. Completes when they are dropped; that is acknowledged with a renewal.</summary>
    [Alias("Drop")]
    Task Drop(ImmutableArray<LeaseDrop> drops);
}
