using System.Collections.Concurrent;

namespace RbacGrains.Grains.Leases;

/// <summary>
/// Silos that others have declared dead: each may still answer from memory until its lease has run out. A silo that has left by
/// itself, or whose place was taken by a new process at its own address, answers nothing any more.
/// </summary>
internal sealed class LostSilos(IClusterMembershipService membership, IMembershipTable table, RbacGrainsOptions options)
{
    // A lost silo's row says when it last was heard of. Well past any lease, and any clock that is wrong by seconds.
    private static readonly TimeSpan LongAgo = TimeSpan.FromMinutes(2);

    private readonly TimeProvider _clock = TimeProvider.System;
    private readonly ConcurrentDictionary<SiloAddress, bool> _known = new();
    private readonly AsyncLock _reading = new();
    private long _seen = long.MinValue;
    private long _until = long.MinValue;

    /// <summary>Waits until none of them can answer any more.</summary>
    public ValueTask Outlive() =>
        membership.CurrentSnapshot.Version.Value == Volatile.Read(ref _seen) && _clock.GetTimestamp() >= Volatile.Read(ref _until)
            ? default
            : OutliveSlowly();

    /// <summary>Takes note of the dead of a membership table.</summary>
    public void Note(MembershipTableData read)
    {
        foreach (var (entry, _) in read.Members)
        {
            if (entry.Status != SiloStatus.Dead || !_known.TryAdd(entry.SiloAddress, true) || HasLeft(entry)) continue;
            var until = _clock.GetTimestamp() + (long)(options.LeaseDuration.TotalSeconds * _clock.TimestampFrequency);
            lock (_known) _until = Math.Max(_until, until);
        }
    }

    private async ValueTask OutliveSlowly()
    {
        var version = membership.CurrentSnapshot.Version.Value;
        if (version != Volatile.Read(ref _seen))
        {
            using var turn = await _reading.Enter(CancellationToken.None);
            if (version != _seen)
            {
                // The snapshot by which a grain was woken up here has every silo dead that had it before, and so has a later read.
                Note(await table.ReadAll());
                Volatile.Write(ref _seen, version);
            }
        }
        var (now, until) = (_clock.GetTimestamp(), Volatile.Read(ref _until));
        if (now < until) await Task.Delay(_clock.GetElapsedTime(now, until), _clock);
    }

    private bool HasLeft(MembershipEntry entry) =>
        entry.SuspectTimes?.Any(suspect => suspect.Item1.Endpoint.Equals(entry.SiloAddress.Endpoint)) is true
        || _clock.GetUtcNow().UtcDateTime - entry.IAmAliveTime > LongAgo;
}
