namespace RbacGrains.Core;

/// <summary>An entry of an organization's resource catalog. Its organization judges and orders the changes.</summary>
public interface ICatalogEntry
{
    /// <summary>The entry as stored; null when it was never made.</summary>
    ValueTask<CatalogEntryState?> Read(CancellationToken cancellationToken);

    /// <summary>Reads anew what is stored: a change that was found to be made may have been made behind this actor.</summary>
    ValueTask Refresh();

    /// <summary>Writes the entry. Its place in the directory is open, and only its organization calls this, one at a time.</summary>
    /// <exception cref="InvalidOperationException">The entry is not at the version before the one that is written.</exception>
    ValueTask Write(CatalogEntryState next, AuditEntry audit);
}
