using System.Security.Cryptography;

namespace RbacGrains.Core;

/// <inheritdoc cref="ILeaseSession"/>
internal sealed class LeaseSession : ILeaseSession, IDisposable
{
    private readonly LeaseRegistry _registry;
    private readonly ILeaseHolder _holder;
    private readonly TimeProvider _clock;
    private readonly Lock _guard = new();
    private readonly Queue<SentDrop> _sent = new();
    private readonly Dictionary<string, long> _users = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _organizations = new(StringComparer.Ordinal);
    private readonly ITimer _lapse;
    private long _until;
    private long _number;
    private bool _abandoned;
    private bool _ended;

    /// <summary>Begins with a first lease.</summary>
    public LeaseSession(LeaseRegistry registry, Caller caller, ILeaseHolder holder, TimeSpan lease)
    {
        (_registry, _holder, _clock, Caller) = (registry, holder, registry.Clock, caller);
        _until = _clock.GetTimestamp() + Ticks(lease);
        Lease = lease;
        // It is set going when there is something to change in it.
        _lapse = _clock.CreateTimer(static session => ((LeaseSession)session!).Lapse(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _lapse.Change(lease, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc/>
    public string Id { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <inheritdoc/>
    public TimeSpan Lease { get; }

    /// <summary>Who holds.</summary>
    public Caller Caller { get; }

    /// <summary>Whether its client is in this process.</summary>
    public bool IsInProcess => _holder.IsInProcess;

    /// <summary>Whether it is renewed: neither ended nor abandoned, and its lease has not run out.</summary>
    public bool IsAlive
    {
        get
        {
            lock (_guard) return !_ended && !_abandoned && _clock.GetTimestamp() < _until;
        }
    }

    /// <summary>What it holds, each with the request that asked for it last. Only the index of that kind touches it.</summary>
    public Dictionary<string, long> Held(LeaseKind kind) => kind == LeaseKind.User ? _users : _organizations;

    /// <inheritdoc/>
    public ValueTask<Result<LeaseAnswer>> Acquire(LeaseRequest request, CancellationToken cancellationToken) =>
        _registry.Acquire(this, request, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<TimeSpan>> Renew(LeaseRenewal renewal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(renewal);
        if (LeaseRules.Check(renewal) is { } mistake) return new(mistake);
        var renewed = Extend(renewal.Acknowledged);
        if (renewed.Succeeded && renewal.Released is { } released) _registry.Release(this, released);
        return new(renewed);
    }

    /// <inheritdoc/>
    public ValueTask End()
    {
        Finish();
        return default;
    }

    /// <inheritdoc/>
    ValueTask ILeaseSession.Abandon()
    {
        Abandon();
        return default;
    }

    /// <inheritdoc cref="ILeaseSession.Abandon"/>
    public void Abandon()
    {
        lock (_guard) _abandoned = true;
    }

    /// <summary>Tells the client to drop a record; completes when it has, or when it cannot answer from anything any more.</summary>
    public Task Drop(LeaseKind kind, string id)
    {
        lock (_guard)
        {
            var now = _clock.GetTimestamp();
            if (_ended || now >= _until) return Task.CompletedTask;
            var number = ++_number;
            if (Tell(new LeaseDrop(number, kind, id)) && _sent.Count == 0) return Task.CompletedTask;
            var sent = new SentDrop(number, now);
            _sent.Enqueue(sent);
            if (_sent.Count > _registry.Options.MostUnacknowledged) _abandoned = true;
            return sent.Gone.Task;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Finish();

    // Whoever cannot be told is waited for.
    private bool Tell(LeaseDrop drop)
    {
        try
        {
            return _holder.Drop(drop);
        }
        catch (Exception)
        {
            _abandoned = true;
            return false;
        }
    }

    private Result<TimeSpan> Extend(long acknowledged)
    {
        lock (_guard)
        {
            // The time first: what bounds the lease is then counted from no later than it was read.
            var now = _clock.GetTimestamp();
            if (_ended || _abandoned || now >= _until) return LeaseRules.Ended;
            if (acknowledged > _number) return LeaseRules.NotSent(acknowledged, _number);
            while (_sent.TryPeek(out var drop) && drop.Number <= acknowledged) _sent.Dequeue().Gone.SetResult();
            var longest = _registry.Longest;
            if (longest <= TimeSpan.Zero) return LeaseRules.NoneNow;
            var counted = _sent.TryPeek(out var oldest) ? oldest.SentAt : now;
            var until = Math.Min(counted + Ticks(_registry.Options.Duration), now + Ticks(longest));
            _until = Math.Max(_until, until);
            return _clock.GetElapsedTime(now, _until);
        }
    }

    private void Lapse()
    {
        lock (_guard)
        {
            var now = _clock.GetTimestamp();
            if (!_ended && now < _until)
            {
                // A timer has whole milliseconds, and must not come before the lease has run out.
                _lapse.Change(_clock.GetElapsedTime(now, _until) + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
                return;
            }
        }
        Finish();
    }

    private void Finish()
    {
        lock (_guard)
        {
            if (_ended) return;
            _ended = true;
            while (_sent.TryDequeue(out var drop)) drop.Gone.SetResult();
        }
        _lapse.Dispose();
        _registry.Forget(this);
    }

    private long Ticks(TimeSpan time) => (long)(time.TotalSeconds * _clock.TimestampFrequency);

    private sealed record SentDrop(long Number, long SentAt)
    {
        public TaskCompletionSource Gone { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
