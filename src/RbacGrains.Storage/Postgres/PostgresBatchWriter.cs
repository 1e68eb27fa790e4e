using System.Collections.Immutable;
using System.Data;
using Npgsql;
using RbacGrains.Core;

namespace RbacGrains.Storage;

/// <summary>Makes transactions on PostgreSQL: all writes are sent at once, then the commit.</summary>
internal sealed class PostgresBatchWriter(NpgsqlDataSource source) : IBatchWriter
{
    public async ValueTask<bool[]> Commit(IReadOnlyList<StateWrite> writes)
    {
        // In the order of their keys, so that transactions of several processes never wait for each other in a circle.
        // The sort is stable: writes of one record stay in the order in which they came.
        int[] order = [.. Enumerable.Range(0, writes.Count)
            .OrderBy(i => writes[i].Key.Kind, StringComparer.Ordinal)
            .ThenBy(i => writes[i].Key.Id, StringComparer.Ordinal)];

        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted);
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(PostgresStatements.Durable));
        foreach (var i in order) batch.BatchCommands.Add(Command(writes[i]));

        var written = new bool[writes.Count];
        await using (var results = await batch.ExecuteReaderAsync())
        {
            foreach (var i in order)
            {
                await results.NextResultAsync();
                await results.ReadAsync();
                written[i] = results.GetInt64(0) > 0;
            }
        }

        await transaction.CommitAsync();
        return written;
    }

    public bool IsFaultOfOneWrite(Exception exception)
    {
        const string BadData = "22", ConstraintViolated = "23", TooLarge = "54";
        return exception is PostgresException { SqlState: [_, _, ..] state } && state[..2] is BadData or ConstraintViolated or TooLarge;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static NpgsqlBatchCommand Command(StateWrite write) => new(
        write.ExpectedVersion == 0 ? PostgresStatements.Insert : PostgresStatements.Update)
    {
        Parameters =
        {
            Parameter(write.Key.Kind),
            Parameter(write.Key.Id),
            Parameter(write.ExpectedVersion),
            Parameter(write.Payload),
            Parameter(write.Unfinished),
            Column(write.Audit, entry => entry.Id),
            Column(write.Audit, entry => entry.Organization),
            Column(write.Audit, entry => entry.At.UtcTicks),
            Column(write.Audit, entry => entry.Actor),
            Column(write.Audit, entry => entry.Kind),
            Column(write.Audit, entry => entry.Target),
            Column(write.Audit, entry => entry.Before),
            Column(write.Audit, entry => entry.After),
            Column(write.Audit, entry => entry.Reason),
            Column(write.Audit, entry => entry.OperationId),
            Column(write.Audit, entry => entry.Fingerprint),
        },
    };

    private static NpgsqlParameter<T> Parameter<T>(T value) => new() { TypedValue = value };

    private static NpgsqlParameter<T[]> Column<T>(ImmutableArray<AuditEntry> entries, Func<AuditEntry, T> column) =>
        Parameter<T[]>([.. entries.Select(column)]);
}
