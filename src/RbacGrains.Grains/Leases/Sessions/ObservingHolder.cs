using System.Collections.Immutable;

namespace RbacGrains.Grains.Leases;

/// <summary>
/// An Orleans client as its session tells it what to drop: one message at a time, so that they arrive in their order. When one does not arrive, the
/// session is not renewed any more, and the client begins anew.
/// </summary>
internal sealed class ObservingHolder(ILeaseObserver observer) : ILeaseHolder
{
    private readonly Lock _guard = new();
    private List<LeaseDrop> _waiting = [];
    private ILeaseSession? _session;
    private bool _sending;
    private bool _lost;

    /// <summary>Says which session it is.</summary>
    public void Keep(ILeaseSession session)
    {
        lock (_guard) _session = session;
    }

    /// <inheritdoc/>
    public bool Drop(LeaseDrop drop)
    {
        lock (_guard)
        {
            _waiting.Add(drop);
            if (_sending || _lost) return false;
            _sending = true;
        }
        // Detached from the grain that is changed.
        Task.Run(Send).Ignore();
        return false;
    }

    private async Task Send()
    {
        try
        {
            while (Take() is { IsEmpty: false } drops) await observer.Drop(drops);
        }
        catch (Exception)
        {
            ILeaseSession? session;
            lock (_guard) (session, _lost, _sending) = (_session, true, false);
            if (session is not null) await session.Abandon();
        }
    }

    private ImmutableArray<LeaseDrop> Take()
    {
        lock (_guard)
        {
            ImmutableArray<LeaseDrop> taken = [.. _waiting];
            _waiting = [];
            _sending = !taken.IsEmpty;
            return taken;
        }
    }
}
