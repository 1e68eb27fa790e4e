namespace RbacGrains.Grains.Leases;

/// <summary>
/// Which silos have clients that may hold what one activation of a user or an organization has told them. No change is acknowledged before
/// they have taken it back. It is not bounded by time, so a million held records need no renewal. What an earlier activation has noted
/// is not known: the first change is recalled everywhere.
/// </summary>
/// <param name="recalls">Takes back.</param>
/// <param name="kind">Of what.</param>
/// <param name="id">Of whom.</param>
internal sealed class SessionHolders(SessionRecalls recalls, LeaseKind kind, string id)
{
    private readonly AsyncLock _turn = new();
    private HashSet<SiloAddress>? _noted;
    private bool _everywhere = true;
    private bool _owed = true;
    private int _changing;

    /// <summary>Notes a silo. To be called before the record is read, so that no change comes in between.</summary>
    public void Note(SiloAddress silo) => (_noted ??= []).Add(silo);

    /// <summary>Makes a change, and completes when nobody holds what was there before, whether or not the change succeeded.</summary>
    public async ValueTask Change(Func<ValueTask> write)
    {
        _changing++;
        try
        {
            using var turn = await _turn.Enter(CancellationToken.None);
            try
            {
                await write();
            }
            catch
            {
                // It may have happened all the same, and whoever asks next is told so.
                await RecallIfPossible();
                throw;
            }
            await Recall();
        }
        finally
        {
            _changing--;
        }
    }

    /// <summary>
    /// Completes when nobody holds what was there before the last change. Whoever acknowledges a change that was found to be made already asks for
    /// it: that may have been made by an activation that was lost before it could recall, or is being made still.
    /// </summary>
    /// <param name="anew">Whether the record has turned out to be another one than was held.</param>
    public async ValueTask Settle(bool anew = false)
    {
        _owed |= anew;
        if (!_owed && _changing == 0) return;
        using var turn = await _turn.Enter(CancellationToken.None);
        if (_owed) await Recall();
    }

    private async ValueTask RecallIfPossible()
    {
        try
        {
            await Recall();
        }
        catch (GridStorageException)
        {
            // It is owed still; the failure that the caller is told is the write's.
        }
    }

    private async ValueTask Recall()
    {
        var (holders, everywhere) = (_noted, _everywhere);
        if (holders is null && !everywhere)
        {
            _owed = false;
            return;
        }
        (_noted, _everywhere, _owed) = (null, false, true);
        try
        {
            await recalls.Recall(kind, id, holders, everywhere);
            _owed = false;
        }
        catch
        {
            if (holders is not null) foreach (var silo in holders) Note(silo);
            _everywhere |= everywhere;
            throw;
        }
    }
}
