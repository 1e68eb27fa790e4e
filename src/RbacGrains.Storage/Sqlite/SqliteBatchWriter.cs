using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using RbacGrains.Core;

namespace RbacGrains.Storage;

/// <summary>Makes transactions on the one connection that writes to an SQLite file.</summary>
internal sealed class SqliteBatchWriter(PreparedConnection connection) : IBatchWriter
{
    private const int ConstraintViolated = 19;
    private const int TooLarge = 18;

    public ValueTask<bool[]> Commit(IReadOnlyList<StateWrite> writes)
    {
        connection.Command(SqliteStatements.Begin).ExecuteNonQuery();
        try
        {
            var written = new bool[writes.Count];
            for (var i = 0; i < written.Length; i++) written[i] = Apply(writes[i]);
            connection.Command(SqliteStatements.Commit).ExecuteNonQuery();
            return ValueTask.FromResult(written);
        }
        catch
        {
            RollBack();
            throw;
        }
    }

    public bool IsFaultOfOneWrite(Exception exception) =>
        exception is SqliteException { SqliteErrorCode: ConstraintViolated or TooLarge };

    public ValueTask DisposeAsync() => connection.Close();

    private bool Apply(StateWrite write)
    {
        var command = connection.Command(
            write.ExpectedVersion == 0 ? SqliteStatements.Insert : SqliteStatements.Update,
            ("@kind", write.Key.Kind),
            ("@id", write.Key.Id),
            ("@expected", write.ExpectedVersion),
            ("@payload", Bytes(write.Payload)),
            ("@unfinished", write.Unfinished));
        if (command.ExecuteNonQuery() == 0) return false;
        foreach (var entry in write.Audit) Append(entry);
        return true;
    }

    private void Append(AuditEntry entry) => connection.Command(
        SqliteStatements.Audit,
        ("@id", entry.Id),
        ("@organization", entry.Organization),
        ("@at", entry.At.UtcTicks),
        ("@actor", entry.Actor),
        ("@kind", entry.Kind),
        ("@target", entry.Target),
        ("@before", entry.Before),
        ("@after", entry.After),
        ("@reason", entry.Reason),
        ("@operation", entry.OperationId),
        ("@fingerprint", entry.Fingerprint)).ExecuteNonQuery();

    private static byte[] Bytes(ReadOnlyMemory<byte> payload) =>
        MemoryMarshal.TryGetArray(payload, out var segment) && segment.Count == segment.Array!.Length ? segment.Array : payload.ToArray();

    private void RollBack()
    {
        try
        {
            connection.Command(SqliteStatements.Rollback).ExecuteNonQuery();
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself, as it does when the disk is full; what brought us here is the error to report.
        }
    }
}
