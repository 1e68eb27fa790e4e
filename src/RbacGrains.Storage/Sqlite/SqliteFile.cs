using Microsoft.Data.Sqlite;

namespace RbacGrains.Storage;

/// <summary>An SQLite file and how connections to it are opened.</summary>
internal sealed class SqliteFile
{
    private readonly SqliteConnectionStringBuilder _settings;

    private SqliteFile(SqliteConnectionStringBuilder settings, string path)
    {
        // Connections are kept by the engine, so that none outlives it with the file open.
        _settings = settings;
        _settings.Pooling = false;
        _settings.DataSource = path;
        Path = path;
    }

    /// <summary>The file's full path, behind any symbolic link.</summary>
    public string Path { get; }

    /// <exception cref="StorageUnavailableException">The connection string does not name a file that could be opened.</exception>
    public static SqliteFile Of(string connectionString)
    {
        SqliteConnectionStringBuilder settings;
        try
        {
            settings = new SqliteConnectionStringBuilder(connectionString);
        }
        catch (ArgumentException)
        {
            // The cause is kept out: it quotes the connection string.
            throw new StorageUnavailableException(
                "The connection string is not one for SQLite: a key in it is unknown or malformed. Write it as 'Data Source=/path/to/file.db'.");
        }

        if (settings.DataSource.Length == 0 || settings.DataSource == ":memory:" || settings.Mode == SqliteOpenMode.Memory)
        {
            throw new StorageUnavailableException(
                "The connection string names no SQLite file, and only a file keeps what is written. Write it as 'Data Source=/path/to/file.db'.");
        }

        var path = System.IO.Path.GetFullPath(settings.DataSource);
        if (new FileInfo(path) is { LinkTarget: not null } link) path = link.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        if (Directory.Exists(path)) throw new StorageUnavailableException($"The SQLite database '{path}' is a directory. Name a file in it.");
        if (!Directory.Exists(System.IO.Path.GetDirectoryName(path)))
            throw new StorageUnavailableException($"The directory of the SQLite database '{path}' does not exist. Create it first.");
        return new SqliteFile(settings, path);
    }

    /// <exception cref="StorageUnavailableException">The file cannot be opened for writing.</exception>
    public SqliteConnection OpenForWriting()
    {
        var connection = new SqliteConnection(_settings.ConnectionString);
        try
        {
            connection.Open();
            Execute(connection, SqliteStatements.WriterSettings);
            using var command = connection.CreateCommand();
            command.CommandText = SqliteStatements.JournalMode;
            if (command.ExecuteScalar() is not "wal")
            {
                throw new StorageUnavailableException(
                    $"The SQLite database '{Path}' cannot keep a write-ahead log. Put it on a local disk that this process may write to.");
            }

            return connection;
        }
        catch (SqliteException failure)
        {
            connection.Dispose();
            throw Unavailable(failure);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public SqliteConnection OpenForReading()
    {
        var connection = new SqliteConnection(_settings.ConnectionString);
        try
        {
            connection.Open();
            Execute(connection, SqliteStatements.ReaderSettings);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>What an operator should know of a failure.</summary>
    public StorageUnavailableException Unavailable(SqliteException failure)
    {
        const int Busy = 5, Locked = 6, ReadOnly = 8, Full = 13, CannotOpen = 14, NotADatabase = 26;
        var advice = failure.SqliteErrorCode switch
        {
            Busy or Locked => "Another program holds it; end that program's transaction.",
            ReadOnly => "It is read-only; give this process the right to write to the file and its directory.",
            Full => "The disk is full; make room.",
            CannotOpen => "Check that it is a file, and that this process may read and write it and its directory.",
            NotADatabase => "The file is not an SQLite database; name another, or restore a backup.",
            _ => "Check the disk, and restore a backup if the file is damaged.",
        };
        return new StorageUnavailableException($"Cannot use the SQLite database '{Path}': {failure.Message} {advice}", failure);
    }

    private static void Execute(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
