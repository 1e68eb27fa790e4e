using RbacGrains.Core;

namespace RbacGrains.Storage;

/// <summary>Makes transactions, one at a time.</summary>
internal interface IBatchWriter : IAsyncDisposable
{
    /// <summary>
    /// Makes the writes durable in one transaction. Two writes of one record are made in the order given. A write whose
    /// version conflicts is left out, with its audit entries; the others are made.
    /// </summary>
    /// <returns>For each write whether it was made.</returns>
    ValueTask<bool[]> Commit(IReadOnlyList<StateWrite> writes);

    /// <summary>Whether a transaction failed, without effect, because of what one of its writes holds, so that the others may be tried again.</summary>
    bool IsFaultOfOneWrite(Exception exception);
}
