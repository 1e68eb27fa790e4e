using Microsoft.Extensions.Logging;

namespace RbacGrains.Grains.Leases;

/// <summary>
/// Which silos hold an organization's policy, as its grain knows it. A change of the policy is acknowledged when each of them has
/// dropped the old one or its lease has run out, so it costs by silos and not by members. What an earlier activation of the organization
/// has granted is not known, so for the length of one lease every silo is taken for a holder.
/// </summary>
internal sealed class PolicyLeases(
    string organization,
    PolicyHolderClient holders,
    IClusterMembershipService membership,
    SiloLease silo,
    RbacGrainsOptions options,
    ILogger logger)
{
    private readonly TimeProvider _clock = TimeProvider.System;
    private readonly Dictionary<SiloAddress, long> _until = [];
    private long _unknownUntil = long.MinValue;

    /// <summary>Says that an earlier activation may have granted leases.</summary>
    public void Begin() => _unknownUntil = InOneLease();

    /// <summary>Notes a holder. To be called before the policy is read, so that no change comes in between.</summary>
    public void Note(SiloAddress holder) => _until[holder] = InOneLease();

    /// <summary>For how long a policy that has just been read may be held: no longer than this silo itself may answer.</summary>
    public TimeSpan Longest => silo.Remaining is var remaining && remaining < options.LeaseDuration ? remaining : options.LeaseDuration;

    /// <summary>
    /// Completes when no silo can hold a policy of an earlier version that an earlier activation has granted. A change that is found to be made
    /// already may be that activation's, which was lost before it could wait for this.
    /// </summary>
    public Task Settle(long version) => _clock.GetTimestamp() < _unknownUntil ? Recall(version) : Task.CompletedTask;

    /// <summary>Completes when no silo can hold a policy of an earlier version any more.</summary>
    public async Task Recall(long version)
    {
        var now = _clock.GetTimestamp();
        foreach (var lapsed in _until.Where(holder => holder.Value < now).Select(holder => holder.Key).ToList()) _until.Remove(lapsed);
        var recalled = new Dictionary<SiloAddress, long>(_until);
        if (now < _unknownUntil)
            foreach (var (address, member) in membership.CurrentSnapshot.Members)
                if (member.Status is not (SiloStatus.Dead or SiloStatus.None or SiloStatus.Created)) recalled.TryAdd(address, _unknownUntil);
        await Task.WhenAll(recalled.Select(holder => Recall(holder.Key, holder.Value, version)));
    }

    private async Task Recall(SiloAddress holder, long until, long version)
    {
        var remaining = _clock.GetElapsedTime(_clock.GetTimestamp(), until);
        var lapsed = Task.Delay(remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero, _clock);
        try
        {
            var dropped = holders.On(holder).Drop(organization, version).AsTask();
            if (await Task.WhenAny(dropped, lapsed) != lapsed)
            {
                await dropped;
                return;
            }
            dropped.Ignore();
            logger.HolderSilent(holder, organization);
        }
        catch (Exception lost)
        {
            logger.HolderLost(lost, holder, organization);
            await lapsed;
        }
    }

    private long InOneLease() => _clock.GetTimestamp() + (long)(options.LeaseDuration.TotalSeconds * _clock.TimestampFrequency);
}
