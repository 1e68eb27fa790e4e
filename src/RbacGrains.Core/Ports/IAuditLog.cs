namespace RbacGrains.Core;

/// <summary>Reads what changes have left behind. Entries are appended only with the change itself, by <see cref="IStateStore"/>.</summary>
public interface IAuditLog
{
    /// <summary>An organization's entries that match, newest first, a page at a time.</summary>
    /// <param name="organization">The organization.</param>
    /// <param name="query">Which entries.</param>
    /// <param name="page">How many, and from where on. A token that this log did not make starts at the newest entry.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    ValueTask<Page<AuditEntry>> Read(
        string organization, AuditQuery query, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Whether this can be the token of one of this log's pages.</summary>
    bool IsToken(string token);

    /// <summary>The entry of a change that its caller named, or null when that change was never made.</summary>
    ValueTask<AuditEntry?> FindOperation(string organization, string operationId, CancellationToken cancellationToken);
}
