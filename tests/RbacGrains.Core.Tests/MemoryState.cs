using System.Collections.Immutable;

namespace RbacGrains.Core.Tests;

/// <summary>A state that is kept in memory, counts its writes and can fail.</summary>
internal sealed class MemoryState<T> : IActorState<T>
    where T : class
{
    public T? State { get; set; }

    public int Writes { get; private set; }

    public bool Fails { get; set; }

    /// <summary>What writes wait for.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public ValueTask<T?> Read(CancellationToken cancellationToken) => new(State);

    public void Forget()
    {
    }

    public async ValueTask Write(T next, bool unfinished, ImmutableArray<AuditEntry> audit, Fence? fence = null)
    {
        await Gate;
        if (Fails) throw new IOException("The store is down.");
        Writes++;
        State = next;
    }
}
