using System.Data.Common;
using RbacGrains.Storage;

namespace RbacGrains.Grains;

/// <summary>The audit log as the actors read it: a failure of the database is one that callers know, and may repeat the request after.</summary>
internal sealed class GridAuditLog(IAuditLog log) : IAuditLog
{
    /// <inheritdoc/>
    public ValueTask<Page<AuditEntry>> Read(
        string organization, AuditQuery query, PageRequest page, CancellationToken cancellationToken) =>
        Translate(log.Read(organization, query, page, cancellationToken));

    /// <inheritdoc/>
    public bool IsToken(string token) => log.IsToken(token);

    /// <inheritdoc/>
    public ValueTask<AuditEntry?> FindOperation(string organization, string operationId, CancellationToken cancellationToken) =>
        Translate(log.FindOperation(organization, operationId, cancellationToken));

    private static async ValueTask<T> Translate<T>(ValueTask<T> reading)
    {
        try
        {
            return await reading;
        }
        catch (Exception failure) when (failure is DbException or StorageUnavailableException)
        {
            throw new GridStorageException("The audit log could not be read:", failure);
        }
    }
}
