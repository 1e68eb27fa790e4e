namespace RbacGrains.Core;

/// <summary>Which sessions hold the records of one kind. Most records are held by nobody or by one session, and cost accordingly.</summary>
internal sealed class LeaseIndex(LeaseKind kind)
{
    private const int ForgottenAtOnce = 1024;

    private readonly Lock _guard = new();
    private readonly Dictionary<string, object> _holders = new(StringComparer.Ordinal);
    private int _held;

    /// <summary>How many records are held, each as often as it is held.</summary>
    public int Held => Volatile.Read(ref _held);

    /// <summary>How many records a session holds.</summary>
    public int HeldBy(LeaseSession session)
    {
        lock (_guard) return session.Held(kind).Count;
    }

    /// <summary>Notes that a session is about to hold records.</summary>
    public void Note(LeaseSession session, IEnumerable<string> ids, long sequence)
    {
        lock (_guard)
        {
            var held = session.Held(kind);
            foreach (var id in ids)
            {
                if (held.TryGetValue(id, out var noted))
                {
                    if (noted < sequence) held[id] = sequence;
                    continue;
                }
                held.Add(id, sequence);
                _held++;
                if (!_holders.TryGetValue(id, out var holders)) _holders.Add(id, session);
                else if (holders is List<LeaseSession> several) several.Add(session);
                else _holders[id] = new List<LeaseSession>(2) { (LeaseSession)holders, session };
            }
        }
    }

    /// <summary>The sessions that hold a record, which hold it no longer: a session, a list of them, or null.</summary>
    public object? Take(string id)
    {
        // Whoever notes a record reads it afterwards: a holder who is not seen here sees what was written before, given that neither
        // of the two reads comes before its write.
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _held) == 0) return null;
        lock (_guard)
        {
            if (!_holders.Remove(id, out var holders)) return null;
            if (holders is LeaseSession one) one.Held(kind).Remove(id);
            else foreach (var session in (List<LeaseSession>)holders) session.Held(kind).Remove(id);
            _held -= holders is List<LeaseSession> several ? several.Count : 1;
            return holders;
        }
    }

    /// <summary>Forgets what a session says it holds no longer, unless it has asked for it again since.</summary>
    public void Release(LeaseSession session, IEnumerable<string> ids, long asOf)
    {
        lock (_guard)
        {
            var held = session.Held(kind);
            foreach (var id in ids)
                if (held.TryGetValue(id, out var noted) && noted <= asOf) Remove(session, id, held);
        }
    }

    /// <summary>Forgets all that a session holds, a little at a time: changes need not wait for all of it.</summary>
    public void Forget(LeaseSession session)
    {
        string[] all;
        lock (_guard) all = [.. session.Held(kind).Keys];
        foreach (var some in all.Chunk(ForgottenAtOnce))
            lock (_guard)
            {
                var held = session.Held(kind);
                foreach (var id in some)
                    if (held.ContainsKey(id)) Remove(session, id, held);
            }
    }

    private void Remove(LeaseSession session, string id, Dictionary<string, long> held)
    {
        held.Remove(id);
        _held--;
        if (_holders[id] is not List<LeaseSession> several)
        {
            _holders.Remove(id);
            return;
        }
        several.Remove(session);
        if (several.Count == 1) _holders[id] = several[0];
    }
}
