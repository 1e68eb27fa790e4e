using System.Runtime.CompilerServices;

namespace RbacGrains.Embedded.Tests.Crashes;

/// <summary>What becomes of a write at which a store fails.</summary>
internal enum Fault
{
    /// <summary>It never happens, and nothing works any more.</summary>
    DeathBefore,

    /// <summary>It happens, but nobody is told, and nothing works any more.</summary>
    DeathAfter,

    /// <summary>It never happens; the store works again at once.</summary>
    HiccupBefore,

    /// <summary>It happens, but an error is told; the store works again at once.</summary>
    HiccupAfter,
}

/// <summary>A store that fails at the n-th write.</summary>
internal sealed class FaultyStore(MemoryStore store) : IStateStore
{
    private Fault _fault;
    private int _writesLeft = int.MaxValue;
    private bool _down;

    /// <summary>Whether the write at which to fail has come.</summary>
    public bool HasFailed { get; private set; }

    public void FailAt(int write, Fault fault) => (_writesLeft, _fault) = (write, fault);

    /// <summary>Ends an outage.</summary>
    public void Recover() => _down = false;

    public ValueTask<StoredState?> Read(StateKey key, CancellationToken cancellationToken)
    {
        ThrowIfDown();
        return store.Read(key, cancellationToken);
    }

    public async ValueTask<long> Write(StateWrite write, CancellationToken cancellationToken)
    {
        ThrowIfDown();
        if (--_writesLeft != 0) return await store.Write(write, cancellationToken);

        HasFailed = true;
        _down = _fault is Fault.DeathBefore or Fault.DeathAfter;
        if (_fault is Fault.DeathAfter or Fault.HiccupAfter) await store.Write(write, cancellationToken);
        throw new InjectedFaultException($"The write of {write.Key} failed ({_fault}).");
    }

    public async IAsyncEnumerable<StateKey> ReadUnfinished([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ThrowIfDown();
        await foreach (var key in store.ReadUnfinished(cancellationToken)) yield return key;
    }

    private void ThrowIfDown()
    {
        if (_down) throw new InjectedFaultException("The store is down.");
    }
}

internal sealed class InjectedFaultException(string message) : Exception(message);
