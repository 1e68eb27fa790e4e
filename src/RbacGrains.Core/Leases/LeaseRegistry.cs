using System.Collections.Concurrent;

namespace RbacGrains.Core;

/// <summary>
/// The leases of one process: which client processes hold what, and how it is taken back from them. After Gray and Cheriton, "Leases: An
/// Efficient Fault-Tolerant Mechanism for Distributed File Cache Consistency" (1989), with one lease for all that a client holds.
/// </summary>
/// <remarks>
/// A record is noted before it is read, so no change comes between; a change is recalled after it is written, so whoever asks again is given
/// the new one. Time is monotonic. The server counts a lease from when it grants it and the client from before it asked, so the client's
/// always ends first.
/// </remarks>
public sealed class LeaseRegistry : ILeaseSessions, ILeaseRecalls, IDisposable
{
    private readonly ILeaseRecords _records;
    private readonly ConcurrentDictionary<string, LeaseSession> _sessions = new(StringComparer.Ordinal);
    private readonly LeaseIndex _users = new(LeaseKind.User);
    private readonly LeaseIndex _organizations = new(LeaseKind.Organization);
    private Task _earlier = Task.CompletedTask;
    private volatile bool _closed;

    /// <summary>Makes an empty registry.</summary>
    /// <param name="records">Where records are read.</param>
    /// <param name="options">How leases are granted.</param>
    /// <param name="clock">The time; only its timestamps and timers are used.</param>
    /// <exception cref="ArgumentException">An option is out of its bounds.</exception>
    public LeaseRegistry(ILeaseRecords records, LeaseOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(options);
        (_records, Options, Clock) = (records, options.Validated(), clock);
    }

    /// <summary>How many sessions there are.</summary>
    public int Sessions => _sessions.Count;

    /// <summary>How many records are held, each as often as it is held.</summary>
    public int Held => _users.Held + _organizations.Held;

    /// <summary>Whether another process than this one may have a lease at this moment.</summary>
    public bool IsHeldElsewhere => !_earlier.IsCompleted || _sessions.Values.Any(session => !session.IsInProcess);

    /// <summary>How leases are granted.</summary>
    internal LeaseOptions Options { get; }

    /// <summary>The time.</summary>
    internal TimeProvider Clock { get; }

    /// <summary>For how long a lease may be granted at this moment.</summary>
    internal TimeSpan Longest => _records.Longest is var longest && longest < Options.Duration ? longest : Options.Duration;

    /// <inheritdoc/>
    public async ValueTask<Result<ILeaseSession>> Open(Caller caller, ILeaseHolder holder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(holder);
        if (_sessions.Count >= Options.MostSessions)
            return LeaseRules.Exhausted($"There are {Options.MostSessions} sessions of leases, as many as are kept.");
        if (!holder.IsInProcess) await _records.Announce(Options.Duration, cancellationToken);
        var longest = Longest;
        if (_closed || longest <= TimeSpan.Zero) return LeaseRules.NoneNow;
        var session = new LeaseSession(this, caller, holder, longest);
        _sessions[session.Id] = session;
        // It may have lapsed before it was noted, when this process was paused.
        if (_closed || !session.IsAlive) session.Dispose();
        return session;
    }

    /// <inheritdoc/>
    public ILeaseSession Find(Caller caller, string id) =>
        _sessions.TryGetValue(id, out var session) && session.Caller == caller ? session : new MissingSession(id);

    /// <summary>
    /// Says that an earlier process has granted leases that may still last: until they cannot, everything counts as held, and every recall
    /// waits for that. To be called before anything is changed.
    /// </summary>
    /// <param name="lease">The longest lease that it can have granted.</param>
    public void Outlive(TimeSpan lease) => _earlier = Task.Delay(lease, Clock);

    /// <inheritdoc/>
    public ValueTask RecallUser(string user) => Recall(_users.Take(user), LeaseKind.User, user);

    /// <inheritdoc/>
    public ValueTask RecallOrganization(string organization) =>
        Recall(_organizations.Take(organization), LeaseKind.Organization, organization);

    /// <summary>
    /// Renews none of the present sessions any more. Each client learns so with its next renewal, and begins another session without anything held;
    /// until then, or until its lease has run out, what it holds counts.
    /// </summary>
    public void Abandon()
    {
        foreach (var session in _sessions.Values) session.Abandon();
    }

    /// <summary>Ends every session, without waiting for their leases: the process is about to answer nothing any more.</summary>
    public void Dispose()
    {
        _closed = true;
        foreach (var session in _sessions.Values) session.Dispose();
    }

    /// <summary>Notes a session as a holder, and reads what it is to hold.</summary>
    internal async ValueTask<Result<LeaseAnswer>> Acquire(
        LeaseSession session, LeaseRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (LeaseRules.Check(request) is { } mistake) return mistake;
        if (!session.IsAlive) return LeaseRules.Ended;
        var items = await LeaseItems.Judge(_records, session.Caller, request, cancellationToken);
        if (Exceeds(session, items) is { } exhausted) return exhausted;
        _users.Note(session, items.Users, request.Sequence);
        _organizations.Note(session, items.Policies, request.Sequence);
        var answer = await items.Read(_records, cancellationToken);
        if (session.IsAlive) return answer;

        // It ended meanwhile, and may have been forgotten before it was noted.
        Forget(session);
        return LeaseRules.Ended;
    }

    /// <summary>Forgets what a client no longer holds.</summary>
    internal void Release(LeaseSession session, LeaseRelease released)
    {
        _users.Release(session, released.Users, released.AsOf);
        _organizations.Release(session, released.Organizations, released.AsOf);
    }

    /// <summary>Forgets a session that has ended.</summary>
    internal void Forget(LeaseSession session)
    {
        _sessions.TryRemove(session.Id, out _);
        _users.Forget(session);
        _organizations.Forget(session);
    }

    private ValueTask Recall(object? holders, LeaseKind kind, string id)
    {
        if (holders is null && _earlier.IsCompleted) return default;
        return new(Task.WhenAll(holders switch
        {
            null => [_earlier],
            LeaseSession one => [_earlier, one.Drop(kind, id)],
            var several => ((List<LeaseSession>)several).Select(session => session.Drop(kind, id)).Append(_earlier),
        }));
    }

    private Error? Exceeds(LeaseSession session, LeaseItems items)
    {
        var more = items.Users.Count + items.Policies.Length;
        return _users.HeldBy(session) + _organizations.HeldBy(session) + more > Options.MostHeldPerSession
            ? LeaseRules.Exhausted($"The session holds {Options.MostHeldPerSession} records, as many as one may.")
            : Held + more > Options.MostHeld
                ? LeaseRules.Exhausted($"The sessions hold {Options.MostHeld} records, as many as are kept.")
                : null;
    }
}
