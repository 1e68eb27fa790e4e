using System.Collections.Immutable;
using System.Data.Common;
using System.Text.Json;
using Orleans.Storage;
using RbacGrains.Grains.Leases;
using RbacGrains.Storage;

namespace RbacGrains.Grains;

/// <summary>
/// One grain's state in grain storage, held in memory while the silo's lease lasts. It is read before the grain takes its first
/// request; a write is acknowledged when the store has it and no lost silo can still answer from an older one.
/// </summary>
/// <param name="kind">What kind of record it is, as in <see cref="StateKey"/>.</param>
/// <param name="grain">The grain.</param>
/// <param name="storage">The storage provider.</param>
/// <param name="lease">The silo's lease.</param>
internal sealed class GrainActorState<T>(string kind, GrainId grain, IGrainStorage storage, SiloLease lease) : IActorState<T>
    where T : class
{
    private static readonly StoredRecord<T> Nothing = new();

    // The provider takes keys apart that look like numbers, and so would confuse "ab" with "AB"; behind a slash nothing does.
    private readonly GrainId _key = GrainId.Create(grain.Type, $"/{grain.Key}");
    private readonly AsyncLock _io = new();
    private readonly GrainState<StoredRecord<T>> _record = new(Nothing);
    private Memory? _held;
    private bool _forgotten;

    /// <summary>Counts the writes of the record; 0 when there is none.</summary>
    public long Version => _record.ETag is { } version ? long.Parse(version, System.Globalization.CultureInfo.InvariantCulture) : 0;

    /// <summary>The state in memory; null when there is none, in memory or at all.</summary>
    public T? Held => _held?.State;

    /// <inheritdoc/>
    public ValueTask<T?> Read(CancellationToken cancellationToken) =>
        _held is { } held && lease.IsValid ? new ValueTask<T?>(held.State) : ReadSlowly(cancellationToken);

    /// <summary>
    /// The state as it is held in memory, which nobody but this activation can change: whoever is given it may be told of every change. It waits
    /// until a lost silo that had the grain can no longer write it.
    /// </summary>
    public async ValueTask<T?> ReadHeld(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_held is { } held && lease.IsValid) return held.State;
            await lease.WaitUntilValid(cancellationToken);
            await lease.OutliveLostSilos();
            await ReadSlowly(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async ValueTask Write(T next, bool unfinished, ImmutableArray<AuditEntry> audit, Fence? fence = null)
    {
        await Store(_ => new StoredRecord<T> { State = next, Unfinished = unfinished, Audit = audit, Fence = fence });
        await lease.OutliveLostSilos();
        // Had the silo been given up before the record was stored, another activation could have read what was there before.
        if (!lease.IsValid) await lease.WaitUntilValid(CancellationToken.None);
    }

    /// <summary>Reads the state anew, and that only when no lost silo can answer from an older one: whoever asks is about to acknowledge it.</summary>
    public void Forget()
    {
        _held = null;
        _forgotten = true;
    }

    /// <summary>Writes the record as it is, which makes the next version of it the term of whoever writes from now on.</summary>
    /// <param name="isUnfinished">Whether a state is to be resumed after a crash.</param>
    /// <returns>The term; null when there is no record, and so nothing to fence.</returns>
    public async ValueTask<Fence?> Claim(Func<T, bool> isUnfinished)
    {
        Fence? claim = null;
        await Store(state =>
        {
            if (state is null) return null;
            claim = new Fence(grain.Key.ToString()!, Version + 1);
            return new StoredRecord<T> { State = state, Unfinished = isUnfinished(state), Claim = claim };
        });
        return claim;
    }

    private async ValueTask<T?> ReadSlowly(CancellationToken cancellationToken)
    {
        await lease.WaitUntilValid(cancellationToken);
        if (_forgotten)
        {
            await lease.OutliveLostSilos();
            _forgotten = false;
        }
        // A lost silo that had this grain may still write the record, and acknowledge that: until it surely cannot, every answer is read.
        var mayHold = await lease.LostSilosAreSilent();
        using var turn = await _io.Enter(cancellationToken);
        if (_held is { } held) return held.State;
        var state = await Load();
        if (!mayHold) _held = null;
        return state;
    }

    /// <summary>Writes what is made of the present state, when anything is.</summary>
    private async ValueTask Store(Func<T?, StoredRecord<T>?> make)
    {
        using var turn = await _io.Enter(CancellationToken.None);
        var present = _held is { } held ? held.State : await Load();
        if (make(present) is not { } record) return;
        _record.State = record;
        try
        {
            await storage.WriteStateAsync(kind, _key, _record);
            _held = new Memory(record.State);
        }
        catch (Exception failure)
        {
            // Whether it happened is not known: what the store has is the truth, and is read before anything else.
            _held = null;
            if (failure is DbException refused) throw Refused(refused);
            throw;
        }
        finally
        {
            _record.State = Nothing;
        }
    }

    private async ValueTask<T?> Load()
    {
        try
        {
            await storage.ReadStateAsync(kind, _key, _record);
        }
        catch (JsonException unreadable)
        {
            throw new UnreadableRecordException(
                $"The state record '{kind}/{grain.Key}' cannot be read; it was written by a newer program, or damaged. "
                + $"Restore it from a backup, or run the newer program. ({unreadable.Message})");
        }
        catch (DbException failure)
        {
            throw Unavailable(failure);
        }
        var state = _record is { RecordExists: true, State: { } read } ? read.State : null;
        _record.State = Nothing;
        _held = new Memory(state);
        return state;
    }

    private GridStorageException Refused(DbException failure) => GridEnvelope.IsLostTerm(failure)
        ? new TermLostException($"The record '{kind}/{grain.Key}' was not written:", failure)
        : Unavailable(failure);

    private GridStorageException Unavailable(Exception failure) =>
        new($"The record '{kind}/{grain.Key}' could not be read or written:", failure);

    private sealed record Memory(T? State);
}
