using System.Collections.Immutable;

namespace RbacGrains.Core;

/// <summary>
/// An organization's state, of which a change that concerns the policy is acknowledged only when no client answers from what was before.
/// </summary>
/// <param name="organization">The organization.</param>
/// <param name="inner">The state.</param>
/// <param name="recalls">Takes back what is held.</param>
public sealed class RecalledOrganizationState(
    string organization, IActorState<OrganizationState> inner, ILeaseRecalls recalls) : IActorState<OrganizationState>
{
    /// <inheritdoc/>
    public ValueTask<OrganizationState?> Read(CancellationToken cancellationToken) => inner.Read(cancellationToken);

    /// <inheritdoc/>
    public void Forget() => inner.Forget();

    /// <inheritdoc/>
    public async ValueTask Write(
        OrganizationState next, bool unfinished, ImmutableArray<AuditEntry> audit, Fence? fence = null)
    {
        ArgumentNullException.ThrowIfNull(next);
        var before = await inner.Read(CancellationToken.None);
        try
        {
            await inner.Write(next, unfinished, audit, fence);
        }
        catch
        {
            // It may have happened all the same, and whoever asks next is told so.
            await recalls.RecallOrganization(organization);
            throw;
        }
        // That there was none is held like a policy.
        if (before?.Version != next.Version) await recalls.RecallOrganization(organization);
    }
}
