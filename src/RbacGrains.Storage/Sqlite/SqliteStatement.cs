using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace RbacGrains.Storage;

/// <summary>
/// A prepared statement without the objects that ADO.NET makes for every run of one: most of what a short write costs. Used by one thread
/// at a time; its values are bound in the order of its parameters.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;
    private byte[] _text = new byte[512];
    private int _bound;

    /// <exception cref="SqliteException">The text is no statement.</exception>
    public SqliteStatement(SqliteConnection connection, string text)
    {
        _connection = connection.Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(_connection, text, out _statement), _connection);
    }

    /// <summary>Gives the next parameter its value; null for none.</summary>
    public SqliteStatement Bind(string? text)
    {
        _bound++;
        return Require(text switch
        {
            // No parameter has a value to begin with.
            null => raw.SQLITE_OK,
            // No bytes would be no value.
            "" => raw.sqlite3_bind_text(_statement, _bound, text),
            _ => raw.sqlite3_bind_text(_statement, _bound, Utf8(text)),
        });
    }

    /// <inheritdoc cref="Bind(string?)"/>
    public SqliteStatement Bind(long number) => Require(raw.sqlite3_bind_int64(_statement, ++_bound, number));

    /// <inheritdoc cref="Bind(string?)"/>
    public SqliteStatement Bind(ReadOnlySpan<byte> bytes) => Require(
        bytes.IsEmpty
            ? raw.sqlite3_bind_zeroblob(_statement, ++_bound, 0)
            : raw.sqlite3_bind_blob(_statement, ++_bound, bytes));

    /// <summary>Runs it, and makes it ready to be bound anew, whatever comes of it.</summary>
    /// <returns>How many rows it has written.</returns>
    /// <exception cref="SqliteException">It failed.</exception>
    public int Run()
    {
        var result = raw.sqlite3_step(_statement);
        // What it failed by is said again here, with its message.
        var end = Reset();
        SqliteException.ThrowExceptionForRC(result == raw.SQLITE_DONE ? end : result, _connection);
        return raw.sqlite3_changes(_connection);
    }

    public void Dispose() => _statement.Dispose();

    private SqliteStatement Require(int result)
    {
        if (result == raw.SQLITE_OK) return this;
        Reset();
        SqliteException.ThrowExceptionForRC(result, _connection);
        return this;
    }

    private int Reset()
    {
        _bound = 0;
        raw.sqlite3_clear_bindings(_statement);
        return raw.sqlite3_reset(_statement);
    }

    private ReadOnlySpan<byte> Utf8(string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_text.Length < most) _text = new byte[most];
        return _text.AsSpan(0, Encoding.UTF8.GetBytes(text, _text));
    }
}
