using Microsoft.Extensions.Logging;

namespace RbacGrains.Client;

/// <summary>
/// How it stands with the service: what is held, until when it may answer, and the session for whoever has to ask. Nothing of an earlier session
/// counts under a later one. Changed by its <see cref="LeaseKeeper"/> alone, read by all.
/// </summary>
internal sealed class LeaseStanding(LeasedGridOptions options, LeaseClock clock, ILogger logger)
{
    private volatile TaskCompletionSource<ClientSession?> _ready = NotYet();
    private volatile HeldRecords _records = new(1);
    private Error? _refusal;
    private long _lastReached;

    /// <summary>What is held at this moment.</summary>
    public HeldRecords Records => _records;

    /// <summary>How it stands, in a word.</summary>
    public LeaseState State { get; private set; }

    /// <summary>Why the service grants no lease; null when it does, or cannot be asked.</summary>
    public Error? Refusal => Volatile.Read(ref _refusal);

    /// <summary>The session, as soon as there is one; null at once while the service cannot be reached or grants no lease.</summary>
    public Task<ClientSession?> Session => _ready.Task;

    /// <summary>The lease of a session goes on.</summary>
    /// <param name="session">The session.</param>
    /// <param name="before">The time before the lease was asked for, from which it counts.</param>
    /// <param name="lease">How long it lasts.</param>
    public void Extend(ClientSession session, long before, TimeSpan lease)
    {
        var until = before + (long)lease.TotalMilliseconds - LeaseClock.Margin;
        session.Records.Until = Math.Max(session.Records.Until, until);
        _lastReached = before;
    }

    /// <summary>A session has begun: it answers from now on, in place of the one before.</summary>
    public void Publish(ClientSession session, TimeSpan lease)
    {
        var earlier = _records;
        _records = session.Records;
        // Whoever still has something in hand of it asks again.
        earlier.Until = long.MinValue;
        Volatile.Write(ref _refusal, null);
        State = LeaseState.Leased;
        logger.Leased(lease);
        Complete(session);
    }

    /// <summary>The session has ended. The next one is asked for at once, and whoever asks meanwhile waits for it.</summary>
    public void Await()
    {
        _ready = NotYet();
        State = LeaseState.Connecting;
    }

    /// <summary>The service grants no lease: nothing is answered from what was held.</summary>
    public void Refuse(Error refusal)
    {
        _records.Until = long.MinValue;
        Volatile.Write(ref _refusal, refusal);
        if (State != LeaseState.Asking) logger.Refused(refusal.Code);
        State = LeaseState.Asking;
        Complete(null);
    }

    /// <summary>The service cannot be reached: what is held may answer for as long as the options allow.</summary>
    public void Lose(Exception failure)
    {
        Volatile.Write(ref _refusal, null);
        // A lease that the service has ended, or that was never there, is not stale but void.
        var isHeld = _records.Until != long.MinValue;
        if (isHeld) _records.Until = Math.Max(_records.Until, _lastReached + (long)options.StaleWhileUnreachable.TotalMilliseconds);
        var isStale = isHeld && options.StaleWhileUnreachable > TimeSpan.Zero && clock.Now < _records.Until;
        if (isStale && State != LeaseState.Stale) logger.Stale(failure, options.StaleWhileUnreachable);
        if (!isStale && State != LeaseState.Unreachable) logger.Unreachable(failure);
        State = isStale ? LeaseState.Stale : LeaseState.Unreachable;
        Complete(null);
    }

    /// <summary>It is over: nothing is answered any more.</summary>
    public void Stop()
    {
        State = LeaseState.Stopped;
        _records.Until = long.MinValue;
        Complete(null);
    }

    private static TaskCompletionSource<ClientSession?> NotYet() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Complete(ClientSession? session)
    {
        if (_ready.TrySetResult(session)) return;
        var ready = NotYet();
        ready.SetResult(session);
        _ready = ready;
    }
}
