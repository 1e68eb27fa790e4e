using System.Collections.Immutable;

namespace RbacGrains.Grains.Leases;

/// <summary>A record of which a change is acknowledged only when no client holds what was there before.</summary>
/// <param name="inner">The record.</param>
/// <param name="holders">Whose clients may hold it.</param>
/// <param name="concerns">Whether a change, from and to, is one of what clients hold.</param>
internal sealed class SessionedState<T>(IActorState<T> inner, SessionHolders holders, Func<T?, T, bool> concerns) : IActorState<T>
    where T : class
{
    /// <inheritdoc/>
    public ValueTask<T?> Read(CancellationToken cancellationToken) => inner.Read(cancellationToken);

    /// <inheritdoc/>
    public void Forget() => inner.Forget();

    /// <inheritdoc/>
    public async ValueTask Write(T next, bool unfinished, ImmutableArray<AuditEntry> audit, Fence? fence = null)
    {
        if (concerns(await inner.Read(CancellationToken.None), next))
            await holders.Change(() => inner.Write(next, unfinished, audit, fence));
        else
            await inner.Write(next, unfinished, audit, fence);
    }
}
