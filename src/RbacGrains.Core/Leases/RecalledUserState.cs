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
        ArgumentNullException.ThrowIfNull(next);
        var before = await inner.Read(CancellationToken.None);
        try
        {
            await inner.Write(next, unfinished, audit, fence);
        }
        catch
        {
            // It may have happened all the same, and whoever asks next is told so.
            await recalls.RecallUser(user);
            throw;
        }
        if (!HoldsTheSame(before?.Memberships ?? [], next.Memberships)) await recalls.RecallUser(user);
    }

    // When a key was used last is nothing that anybody holds.
    private static bool HoldsTheSame(ImmutableArray<Membership> before, ImmutableArray<Membership> next)
    {
        if (before.Length != next.Length) return false;
        for (var index = 0; index < before.Length; index++)
            if (before[index].Organization != next[index].Organization
                || before[index].Incarnation != next[index].Incarnation
                || !before[index].Access.Equals(next[index].Access)) return false;
        return true;
    }
}
