using System.Collections.Immutable;

namespace RbacGrains.Grains.Leases;

/// <summary>An organization's state, of which a change that concerns the policy is acknowledged only when no silo holds the old policy.</summary>
internal sealed class LeasedOrganizationState(IActorState<OrganizationState> inner, PolicyLeases leases) : IActorState<OrganizationState>
{
    /// <inheritdoc/>
    public ValueTask<OrganizationState?> Read(CancellationToken cancellationToken) => inner.Read(cancellationToken);

    /// <inheritdoc/>
    public void Forget() => inner.Forget();

    /// <inheritdoc/>
    public async ValueTask Write(
        OrganizationState next, bool unfinished, ImmutableArray<AuditEntry> audit, Fence? fence = null)
    {
        var before = await inner.Read(CancellationToken.None);
        try
        {
            await inner.Write(next, unfinished, audit, fence);
        }
        catch
        {
            // It may have happened all the same, and whoever asks next is told so: nobody must hold what was before.
            await leases.Recall(next.Version);
            throw;
        }
        if (before is not null && before.Version != next.Version) await leases.Recall(next.Version);
    }
}
