using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace RbacGrains.Storage;

/// <summary>One SQLite file: a connection that writes, on a thread of its own, and connections that read beside it.</summary>
internal sealed class SqliteEngine : IDatabaseEngine
{
    private readonly SqliteFile _file;
    private readonly SqliteFileLock? _lock;
    private readonly SqliteConnection _writer;
    private readonly DedicatedThread _thread = new("RbacGrains SQLite writer");
    private readonly SqliteReaders _readers;
    private readonly Migrator _migrator;

    private SqliteEngine(SqliteFile file, SqliteFileLock? fileLock, SqliteConnection writer, int mostIdle, Migrator migrator)
    {
        _file = file;
        _lock = fileLock;
        _writer = writer;
        _readers = new SqliteReaders(file, mostIdle);
        _migrator = migrator;
    }

    public string Name => $"the SQLite database '{_file.Path}'";

    public int Writers => 1;

    public TaskScheduler WriterScheduler => _thread;

    public CancellationToken OwnershipLost => CancellationToken.None;

    /// <exception cref="StorageUnavailableException">The file cannot be opened, or another process owns it.</exception>
    public static SqliteEngine Open(StorageOptions options, TimeProvider time, ILogger logger)
    {
        var file = SqliteFile.Of(options.ConnectionString);
        var fileLock = options.ExclusiveOwnership ? SqliteFileLock.Take(file.Path) : null;
        try
        {
            var migrator = new Migrator(SqliteStatements.Schema, Migration.Of("sqlite"), time, logger);
            return new SqliteEngine(file, fileLock, file.OpenForWriting(), options.IdleReaders, migrator);
        }
        catch
        {
            fileLock?.Dispose();
            throw;
        }
    }

    public async ValueTask Migrate(CancellationToken cancellationToken)
    {
        try
        {
            await _migrator.Apply(_writer, cancellationToken);
        }
        catch (SqliteException failure)
        {
            throw _file.Unavailable(failure);
        }
    }

    public ValueTask<PreparedConnection> Rent(CancellationToken cancellationToken) => _readers.Rent(cancellationToken);

    public IBatchWriter CreateWriter() => new SqliteBatchWriter(_writer);

    public async ValueTask DisposeAsync()
    {
        await _readers.DisposeAsync();
        await _writer.DisposeAsync();
        _thread.Dispose();
        _lock?.Dispose();
    }
}
