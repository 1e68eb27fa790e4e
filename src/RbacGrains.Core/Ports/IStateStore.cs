namespace RbacGrains.Core;

/// <summary>
/// Durable records with optimistic concurrency. A write that has returned survives the death of every process; one that
/// failed with anything but a <see cref="StateConflictException"/> may or may not have happened.
/// </summary>
public interface IStateStore
{
    /// <summary>The record as last written, or null when it never was.</summary>
    ValueTask<StoredState?> Read(StateKey key, CancellationToken cancellationToken);

    /// <summary>Writes a record and its audit entries in one transaction.</summary>
    /// <returns>The record's new version, which is the expected one plus 1.</returns>
    /// <exception cref="StateConflictException">The record is not at the expected version; nothing was written.</exception>
    ValueTask<long> Write(StateWrite write, CancellationToken cancellationToken);

    /// <summary>The records last written as unfinished, in no particular order.</summary>
    IAsyncEnumerable<StateKey> ReadUnfinished(CancellationToken cancellationToken);
}
