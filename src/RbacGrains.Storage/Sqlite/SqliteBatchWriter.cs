using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using RbacGrains.Core;

namespace RbacGrains.Storage;

/// <summary>Makes transactions on the one connection that writes to an SQLite file.</summary>
internal sealed class SqliteBatchWriter : IBatchWriter
{
    private const int ConstraintViolated = 19;
    private const int TooLarge = 18;

    private readonly PreparedConnection _connection;
    private readonly SqliteStatement _insert;
    private readonly SqliteStatement _update;
    private readonly (int Rows, SqliteStatement Statement)[] _append;
    private readonly List<AuditEntry> _appended = [];

    /// <param name="connection">The connection that writes, closed with this; its schema is up to date.</param>
    public SqliteBatchWriter(SqliteConnection connection)
    {
        _connection = new PreparedConnection(connection);
        _insert = new SqliteStatement(connection, SqliteStatements.Insert);
        _update = new SqliteStatement(connection, SqliteStatements.Update);
        _append = [Append(connection, 16), Append(connection, 4), Append(connection, 1)];
    }

    public ValueTask<bool[]> Commit(IReadOnlyList<StateWrite> writes)
    {
        _connection.Command(SqliteStatements.Begin).ExecuteNonQuery();
        try
        {
            _appended.Clear();
            var written = new bool[writes.Count];
            for (var i = 0; i < written.Length; i++) written[i] = Apply(writes[i]);
            Append();
            _connection.Command(SqliteStatements.Commit).ExecuteNonQuery();
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

    public ValueTask DisposeAsync()
    {
        foreach (var statement in _append.Select(append => append.Statement).Concat([_insert, _update])) statement.Dispose();
        return _connection.Close();
    }

    private bool Apply(StateWrite write)
    {
        var statement = (write.ExpectedVersion == 0 ? _insert : _update)
            .Bind(write.Key.Kind)
            .Bind(write.Key.Id)
            .Bind(write.ExpectedVersion)
            .Bind(write.Payload.Span)
            .Bind(write.Unfinished ? 1 : 0);
        if (statement.Run() == 0) return false;
        _appended.AddRange(write.Audit);
        return true;
    }

    // Many in one statement: each statement counts the table's sequence once.
    private void Append()
    {
        var entries = CollectionsMarshal.AsSpan(_appended);
        foreach (var (rows, statement) in _append)
            for (; entries.Length >= rows; entries = entries[rows..])
            {
                foreach (var entry in entries[..rows]) Bind(statement, entry);
                statement.Run();
            }
    }

    private static (int, SqliteStatement) Append(SqliteConnection connection, int rows) =>
        (rows, new SqliteStatement(connection, SqliteStatements.Audit(rows)));

    private static void Bind(SqliteStatement statement, AuditEntry entry) => statement
        .Bind(entry.Id)
        .Bind(entry.Organization)
        .Bind(entry.At.UtcTicks)
        .Bind(entry.Actor)
        .Bind(entry.Kind)
        .Bind(entry.Target)
        .Bind(entry.Before)
        .Bind(entry.After)
        .Bind(entry.Reason)
        .Bind(entry.OperationId)
        .Bind(entry.Fingerprint);

    private void RollBack()
    {
        try
        {
            _connection.Command(SqliteStatements.Rollback).ExecuteNonQuery();
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself, as it does when the disk is full; what brought us here is the error to report.
        }
    }
}
