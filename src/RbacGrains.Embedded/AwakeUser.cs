using RbacGrains.Core;

namespace RbacGrains.Embedded;

/// <summary>A user's actor while there is more to do than to answer checks.</summary>
/// <param name="id">The user.</param>
/// <param name="stored">What is stored of them.</param>
/// <param name="leases">Takes back what clients hold of them.</param>
/// <param name="services">What every actor is given.</param>
internal sealed class AwakeUser(string id, StoredActorState<UserState> stored, ILeaseRecalls leases, ActorServices services)
    : User(id, new RecalledUserState(id, stored, leases), services)
{
    /// <summary>The state as last written, if it is held.</summary>
    public bool TryRead(out UserState? state) => stored.TryRead(out state);
}
