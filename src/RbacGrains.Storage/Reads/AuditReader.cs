using System.Collections.Immutable;
using System.Data.Common;
using RbacGrains.Core;

namespace RbacGrains.Storage;

/// <summary>Reads the audit log.</summary>
internal sealed class AuditReader(IConnections connections)
{
    public async ValueTask<Page<AuditEntry>> Read(
        string organization, AuditQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        var size = Math.Clamp(page.Size, 1, PageRequest.MaxSize);
        await using var connection = await connections.Rent(cancellationToken);
        var command = connection.Command(
            ReadStatements.AuditPage,
            ("@organization", organization),
            ("@before", AuditToken.Parse(page.Token)),
            ("@actor", query.Actor),
            ("@target", query.Target),
            ("@kind", query.Kind),
            ("@since", query.Since?.UtcTicks),
            ("@until", query.Until?.UtcTicks),
            ("@limit", size + 1));
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);

        var entries = ImmutableArray.CreateBuilder<AuditEntry>();
        var last = 0L;
        while (await rows.ReadAsync(cancellationToken))
        {
            // One entry more than was asked for was looked up, to know whether another page follows.
            if (entries.Count == size) return new Page<AuditEntry>(entries.DrainToImmutable(), AuditToken.Format(last));
            last = rows.GetInt64(0);
            entries.Add(Entry(rows));
        }

        return new Page<AuditEntry>(entries.DrainToImmutable(), "");
    }

    public async ValueTask<AuditEntry?> FindOperation(string organization, string operationId, CancellationToken cancellationToken)
    {
        await using var connection = await connections.Rent(cancellationToken);
        var command = connection.Command(ReadStatements.Operation, ("@organization", organization), ("@operation", operationId));
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        return await rows.ReadAsync(cancellationToken) ? Entry(rows) : null;
    }

    private static AuditEntry Entry(DbDataReader row) => new()
    {
        Id = row.GetString(1),
        Organization = row.GetString(2),
        At = new DateTimeOffset(row.GetInt64(3), TimeSpan.Zero),
        Actor = Text(row, 4),
        Kind = row.GetString(5),
        Target = row.GetString(6),
        Before = Text(row, 7),
        After = Text(row, 8),
        Reason = Text(row, 9),
        OperationId = Text(row, 10),
        Fingerprint = Text(row, 11),
    };

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
