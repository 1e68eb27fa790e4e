using System.Collections.Immutable;

namespace RbacGrains.Core;

/// <summary>A user's state, of which a change is acknowledged only when no client answers from what was before.</summary>
/// <param name="user">The user.</param>
/// <param name="inner">The state.</param>
/// <param name="recalls">Takes back what is held.</param>
public sealed class RecalledUserState(string user, IActorState<UserState> inner, ILeaseRecalls recalls) : IActorState<UserState>
{
    /// <inheritdoc/>
    public ValueTask<UserState?> Read(CancellationToken cancellationToken) => inner.Read(cancellationToken);

    /// <inheritdoc/>
    public void Forget() => inner.Forget();

    /// <inheritdoc/>
    public async ValueTask Write(UserState next, bool unfinished, ImmutableArray<AuditEntry> audit, Fence? fence = null)
    {
        try
        {
            await inner.Write(next, unfinished, audit, fence);
        }
        finally
        {
            // After a failure, too: the write may have happened, and whoever asks next is told so.
            await recalls.RecallUser(user);
        }
    }
}
