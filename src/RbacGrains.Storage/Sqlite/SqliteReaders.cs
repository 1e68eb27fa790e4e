using System.Collections.Concurrent;

namespace RbacGrains.Storage;

/// <summary>Connections that read an SQLite file, some of them kept for the next reader.</summary>
/// <param name="file">The file.</param>
/// <param name="mostIdle">How many are kept at most.</param>
internal sealed class SqliteReaders(SqliteFile file, int mostIdle) : IConnections, IAsyncDisposable
{
    private readonly ConcurrentBag<PreparedConnection> _idle = [];
    private volatile bool _closed;

    /// <summary>Always synchronous: a read takes microseconds, less than handing it to another thread.</summary>
    public ValueTask<PreparedConnection> Rent(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(_closed, typeof(Database));
        return ValueTask.FromResult(
            _idle.TryTake(out var connection) ? connection : new PreparedConnection(file.OpenForReading(), GiveBack));
    }

    public async ValueTask DisposeAsync()
    {
        _closed = true;
        while (_idle.TryTake(out var connection)) await connection.Close();
    }

    private ValueTask GiveBack(PreparedConnection connection)
    {
        if (_closed || _idle.Count >= mostIdle) return connection.Close();
        _idle.Add(connection);
        return ValueTask.CompletedTask;
    }
}
