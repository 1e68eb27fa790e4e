namespace RbacGrains.Grains.Leases;

/// <summary>
/// Silos that others have declared dead: each may still answer from memory until its lease has run out. A silo that has left by
/// itself, or whose place was taken by a new process at its own address, answers nothing any more.
/// </summary>
internal sealed class LostSilos(IClusterMembershipService membership, IMembershipTable table, RbacGrainsOptions options, TimeProvider? time = null)
{
    // A lost silo's row says when it last was heard of, and when it was suspected. Well past any lease, and any clock that is wrong by seconds.
    private static readonly TimeSpan LongAgo = TimeSpan.FromMinutes(2);

    private readonly TimeProvider _clock = time ?? TimeProvider.System;
    private readonly HashSet<SiloAddress> _known = [];
    private readonly AsyncLock _reading = new();
    private long _seen = -1;
    private long _until = long.MinValue;
    private long _sessionsUntil = long.MinValue;
    private long _losses;

    /// <summary>How many silos have ended, since this one began, without having waited for the sessions of their clients.</summary>
    public long Losses => Volatile.Read(ref _losses);

    /// <summary>Waits until none of them can answer any more.</summary>
    public ValueTask Outlive() => IsOver(ref _until) ? default : OutliveSlowly(sessions: false);

    /// <summary>
    /// Waits until no client of theirs can answer any more, either: a client's lease outlives the process that has granted it, however that
    /// ended, unless it has waited for that.
    /// </summary>
    public ValueTask OutliveSessions() => IsOver(ref _sessionsUntil) ? default : OutliveSlowly(sessions: true);

    /// <summary>Takes note of the dead of a membership table.</summary>
    public void Note(MembershipTableData read)
    {
        // Whoever finds a silo known here finds the time to wait for, too.
        lock (_known)
        {
            foreach (var (entry, _) in read.Members)
            {
                if (entry.Status != SiloStatus.Dead || !_known.Add(entry.SiloAddress) || IsLongAgo(entry)) continue;
                var until = _clock.GetTimestamp() + (long)(options.LeaseDuration.TotalSeconds * _clock.TimestampFrequency);
                if (!Suspected(entry, by => by.Endpoint.Equals(entry.SiloAddress.Endpoint))) Volatile.Write(ref _until, Math.Max(_until, until));
                if (Suspected(entry, by => by.Equals(entry.SiloAddress))) continue;
                Volatile.Write(ref _sessionsUntil, Math.Max(_sessionsUntil, until));
                Interlocked.Increment(ref _losses);
            }
        }
    }

    /// <summary>Whether none of them can answer, nor acknowledge a write, any more.</summary>
    public async ValueTask<bool> AreSilent()
    {
        await See();
        return _clock.GetTimestamp() >= Volatile.Read(ref _until);
    }

    private bool IsOver(ref long until) =>
        membership.CurrentSnapshot.Version.Value == Volatile.Read(ref _seen) && _clock.GetTimestamp() >= Volatile.Read(ref until);

    private async ValueTask OutliveSlowly(bool sessions)
    {
        await See();
        while (_clock.GetTimestamp() is var now && (sessions ? Volatile.Read(ref _sessionsUntil) : Volatile.Read(ref _until)) is var until && now < until)
            await Task.Delay(_clock.GetElapsedTime(now, until) + TimeSpan.FromMilliseconds(1), _clock);
    }

    // The snapshot by which a grain was woken up here has every silo dead that had it before, and so has a later read of the table.
    private async ValueTask See()
    {
        var version = membership.CurrentSnapshot.Version.Value;
        if (version == Volatile.Read(ref _seen)) return;
        using var turn = await _reading.Enter(CancellationToken.None);
        if (version == _seen) return;
        Note(await ReadTable());
        Volatile.Write(ref _seen, version);
    }

    private async Task<MembershipTableData> ReadTable()
    {
        try
        {
            return await table.ReadAll();
        }
        catch (Exception failure)
        {
            throw new GridStorageException("The membership table could not be read, so it is not known who may still answer from memory:", failure);
        }
    }

    // Who ends in good order enters itself as its own killer; who takes a lost one's address, enters itself as that one's.
    private static bool Suspected(MembershipEntry entry, Func<SiloAddress, bool> by) =>
        entry.SuspectTimes?.Any(suspect => by(suspect.Item1)) is true;

    private bool IsLongAgo(MembershipEntry entry) => _clock.GetUtcNow().UtcDateTime - LastHeardOf(entry) > LongAgo;

    // By its own clock, or by the clock of who suspected it: whichever is later.
    private static DateTime LastHeardOf(MembershipEntry entry) =>
        entry.SuspectTimes?.Select(suspect => suspect.Item2).Append(entry.IAmAliveTime).Max() ?? entry.IAmAliveTime;
}
