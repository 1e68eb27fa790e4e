using System.Collections.Immutable;

namespace RbacGrains.Core;

/// <summary>One actor's durable state, held in memory once read.</summary>
public interface IActorState<T>
    where T : class
{
    /// <summary>The state as last written; null when it never was. Completes at once when it is held.</summary>
    ValueTask<T?> Read(CancellationToken cancellationToken);

    /// <summary>
    /// Reads the state anew before it is asked for next. Where several processes share a store, a write that was under way when its process
    /// was given up may have been made behind whoever holds the record now.
    /// </summary>
    void Forget();

    /// <summary>
    /// Writes the next state with the audit entries of the change, and holds it once the store has acknowledged. The actor
    /// calls it one at a time. After any failure the state is read anew: the write may have happened.
    /// </summary>
    /// <param name="next">The next state.</param>
    /// <param name="unfinished">Whether the actor must be resumed after a crash.</param>
    /// <param name="audit">What to append to the audit log.</param>
    /// <param name="fence">
    /// Who judged the write, when that was another actor: a store that several processes share refuses a judge who was replaced.
    /// </param>
    /// <exception cref="StateConflictException">Somebody else wrote the record; nothing was written.</exception>
    ValueTask Write(T next, bool unfinished, ImmutableArray<AuditEntry> audit, Fence? fence = null);
}
