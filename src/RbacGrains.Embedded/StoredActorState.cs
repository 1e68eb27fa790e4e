using System.Collections.Immutable;
using System.Text.Json;
using RbacGrains.Core;

namespace RbacGrains.Embedded;

/// <summary>One actor's state in a state store, held in memory once read.</summary>
internal sealed class StoredActorState<T>(StateKey key, IStateStore store) : IActorState<T>
    where T : class
{
    private readonly Lock _guard = new();
    private Held? _held;
    private int _failures;

    /// <inheritdoc/>
    public ValueTask<T?> Read(CancellationToken cancellationToken) =>
        Volatile.Read(ref _held) is { } held ? new ValueTask<T?>(held.State) : Load(cancellationToken);

    /// <summary>The state, if it is held; nothing is held before it was read, and after a write that may have happened.</summary>
    public bool TryRead(out T? state)
    {
        var held = Volatile.Read(ref _held);
        state = held?.State;
        return held is not null;
    }

    /// <summary>Does nothing: this process is the only owner of the store, and knows of every write.</summary>
    public void Forget()
    {
    }

    /// <inheritdoc/>
    public async ValueTask Write(T next, bool unfinished, ImmutableArray<AuditEntry> audit, Fence? fence = null)
    {
        // The fence means nothing here: this process is the only owner of the store.
        if (_held is null) await Load(CancellationToken.None);
        var version = _held!.Version;
        var payload = JsonSerializer.SerializeToUtf8Bytes(next, StateJson.TypeInfo<T>());
        try
        {
            version = await store.Write(new StateWrite(key, version, payload, unfinished, audit), CancellationToken.None);
        }
        catch
        {
            // Whether it happened is not known: what the store has is the truth, and is read before anything else.
            lock (_guard)
            {
                _held = null;
                _failures++;
            }
            throw;
        }
        Volatile.Write(ref _held, new Held(next, version));
    }

    private async ValueTask<T?> Load(CancellationToken cancellationToken)
    {
        while (true)
        {
            var failures = Volatile.Read(ref _failures);
            var stored = await store.Read(key, cancellationToken);
            var loaded = stored is null ? new Held(null, 0) : new Held(Parse(stored), stored.Version);
            lock (_guard)
            {
                // A writer that was quicker holds something newer; one that failed since may have written it.
                if (_held is not null) return _held.State;
                if (_failures != failures) continue;
                _held = loaded;
                return loaded.State;
            }
        }
    }

    private T Parse(StoredState stored)
    {
        try
        {
            return JsonSerializer.Deserialize(stored.Payload.Span, StateJson.TypeInfo<T>())
                ?? throw new JsonException("The record is empty.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException(
                $"The state record '{key}' (version {stored.Version}) cannot be read: {exception.Message} "
                + "It was written by a newer program, or damaged; restore it from a backup or run the newer program.",
                exception);
        }
    }

    private sealed record Held(T? State, long Version);
}
