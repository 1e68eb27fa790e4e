using System.Collections.Immutable;

namespace RbacGrains.Core;

/// <summary>
/// One page of a directory. The listed actors own the truth; the page keeps a summary of each. Before an actor is changed its
/// place is opened, which makes durable that the summaries may be behind; afterwards it is settled, in memory only. A page
/// that wakes up after a crash asks every listed actor anew, so a change costs the actor's own write and no other.
/// </summary>
public interface IDirectoryPage
{
    /// <summary>Makes durable that this id may be listed here, and that its summary may change.</summary>
    /// <param name="id">The id.</param>
    /// <param name="add">Whether to add the id when it is not listed.</param>
    /// <returns>False when the id is not listed here and was not added, for want of room or of <paramref name="add"/>.</returns>
    ValueTask<bool> Open(string id, bool add);

    /// <summary>Notes the actor's present summary; null removes it from the list.</summary>
    ValueTask Settle(string id, DirectorySummary? summary);

    /// <summary>
    /// Settles a place of which nobody knows what became, because a write failed: the actor is asked before the page answers
    /// or changes anything again.
    /// </summary>
    ValueTask Doubt(string id);

    /// <summary>The entries after a position, in order.</summary>
    ValueTask<ImmutableArray<DirectoryEntry>> List(int after, CancellationToken cancellationToken);

    /// <summary>Every id that is listed, or may be: also those whose place is open and of which nobody has said yet what became.</summary>
    ValueTask<ImmutableArray<string>> ListPossible(CancellationToken cancellationToken);

    /// <summary>Saves what is settled, so that the next to wake the page need not ask.</summary>
    ValueTask Flush();
}
