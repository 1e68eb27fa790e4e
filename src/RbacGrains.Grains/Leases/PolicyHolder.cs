using System.Collections.Concurrent;

namespace RbacGrains.Grains.Leases;

/// <summary>
/// The policies that a silo holds under leases, one for each organization whose members are checked on it. A check takes one from memory
/// while its lease lasts, and asks the organization's grain when it does not.
/// </summary>
internal sealed class PolicyHolder(
    IGrainFactory grains, ILocalSiloDetails self, ModelCatalog models) : IPolicySource
{
    private const int SweepEvery = 4096;
    private const int MostLapsed = 3;

    private readonly TimeProvider _clock = TimeProvider.System;
    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private int _fetches;

    /// <inheritdoc/>
    public ValueTask<Result<OrganizationPolicy>> Get(string organization, CancellationToken cancellationToken)
    {
        var entry = _entries.GetOrAdd(organization, static _ => new Entry());
        var (held, now) = (entry.Held, _clock.GetTimestamp());
        if (held is null || now >= held.Until) return new(Fetch(organization, entry).WaitAsync(cancellationToken));
        if (now >= held.RenewFrom) Fetch(organization, entry).Ignore();
        return new(held.Answer);
    }

    /// <summary>Drops a policy if it is older, and whatever is being asked for.</summary>
    public void Drop(string organization, long version)
    {
        if (!_entries.TryGetValue(organization, out var entry)) return;
        lock (entry)
        {
            entry.Drops++;
            entry.Minimum = Math.Max(entry.Minimum, version);
            if (entry.Held is { } held && held.Policy.Policy.Version < version) entry.Held = null;
        }
    }

    private Task<Result<OrganizationPolicy>> Fetch(string organization, Entry entry)
    {
        lock (entry)
        {
            // Detached from the grain that happens to ask first: others wait for the same answer.
            return entry.Fetching ??= Task.Run(async () =>
            {
                try
                {
                    return await Ask(organization, entry);
                }
                finally
                {
                    lock (entry) entry.Fetching = null;
                    if (Interlocked.Increment(ref _fetches) % SweepEvery == 0) Sweep();
                }
            });
        }
    }

    private async Task<Result<OrganizationPolicy>> Ask(string organization, Entry entry)
    {
        for (var lapsed = 0; ;)
        {
            var (before, drops) = (_clock.GetTimestamp(), Volatile.Read(ref entry.Drops));
            var granted = await grains.GetGrain<IOrganizationPeer>(GrainKeys.Of(organization)).LeasePolicy(self.SiloAddress);
            if (!granted.Succeeded)
            {
                lock (entry) entry.Held = null;
                return granted.Error;
            }
            lock (entry)
            {
                // Dropped while it was on its way: it was made before the change that dropped it. One that was asked for since may be
                // of an older version, too: the change was not made after all.
                if (entry.Drops != drops && granted.Value.Version < entry.Minimum) continue;
                // It was on its way for longer than the lease, and so the organization has not waited for it to be dropped.
                if (_clock.GetElapsedTime(before) >= granted.Value.Lease)
                {
                    if (++lapsed < MostLapsed) continue;
                    throw new GridStorageException($"The policy of '{organization}' arrived {lapsed} times when its lease had run out.");
                }
                var policy = Compile(granted.Value, entry.Held?.Policy);
                if (policy.Succeeded) entry.Held = Hold(policy.Value, before, granted.Value.Lease);
                return policy;
            }
        }
    }

    // The same object for as long as nothing has changed: what members hold is compiled for it.
    private Result<OrganizationPolicy> Compile(PolicyGrant grant, OrganizationPolicy? held)
    {
        if (held is not null && held.Policy.Version == grant.Version && held.Incarnation == grant.Incarnation) return held;
        return grant.Compile(models);
    }

    private Held Hold(OrganizationPolicy policy, long before, TimeSpan lease)
    {
        var ticks = lease.TotalSeconds * _clock.TimestampFrequency;
        return new Held(policy, policy, before + (long)(ticks * 0.6), before + (long)ticks);
    }

    // Organizations that nobody asks about any more.
    private void Sweep()
    {
        var now = _clock.GetTimestamp();
        foreach (var (organization, entry) in _entries)
            lock (entry)
            {
                if (entry.Fetching is null && (entry.Held is null || entry.Held.Until < now))
                    _entries.TryRemove(KeyValuePair.Create(organization, entry));
            }
    }

    private sealed class Entry
    {
        public volatile Held? Held;
        public Task<Result<OrganizationPolicy>>? Fetching;
        public long Minimum;
        public long Drops;
    }

    private sealed record Held(OrganizationPolicy Policy, Result<OrganizationPolicy> Answer, long RenewFrom, long Until);
}
