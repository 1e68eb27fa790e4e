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

    /// <summary>Waits until none of them can answer any more.</summary>
    public ValueTask Outlive() =>
        membership.CurrentSnapshot.Version.Value == Volatile.Read(ref _seen) && _clock.GetTimestamp() >= Volatile.Read(ref _until)
            ? default
            : OutliveSlowly();

    /// <summary>Takes note of the dead of a membership table.</summary>
    public void Note(MembershipTableData read)
    {
        // Whoever finds a silo known here finds the time to wait for, too.
        lock (_known)
        {
            foreach (var (entry, _) in read.Members)
            {
                if (entry.Status != SiloStatus.Dead || !_known.Add(entry.SiloAddress) || HasLeft(entry)) continue;
                var until = _clock.GetTimestamp() + (long)(options.LeaseDuration.TotalSeconds * _clock.TimestampFrequency);
                Volatile.Write(ref _until, Math.Max(_until, until));
            }
        }
    }

    /// <summary>Whether none of them can answer, nor acknowledge a write, any more.</summary>
    public async ValueTask<bool> AreSilent()
    {
        await See();
        return _clock.GetTimestamp() >= Volatile.Read(ref _until);
    }

    private async ValueTask OutliveSlowly()
    {
        await See();
        while (_clock.GetTimestamp() is var now && Volatile.Read(ref _until) is var until && now < until)
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

    private bool HasLeft(MembershipEntry entry) =>
        entry.SuspectTimes?.Any(suspect => suspect.Item1.Endpoint.Equals(entry.SiloAddress.Endpoint)) is true
        || _clock.GetUtcNow().UtcDateTime - LastHeardOf(entry) > LongAgo;

    // By its own clock, or by the clock of who suspected it: whichever is later.
    private static DateTime LastHeardOf(MembershipEntry entry) =>
        entry.SuspectTimes?.Select(suspect => suspect.Item2).Append(entry.IAmAliveTime).Max() ?? entry.IAmAliveTime;
}
