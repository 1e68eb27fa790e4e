using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace RbacGrains.Storage;

/// <summary>A single silo's SQLite file, for development.</summary>
/// <exception cref="StorageUnavailableException">The connection string names no file.</exception>
internal sealed class SqliteGrid(string connectionString) : IGridEngine
{
    private readonly SqliteFile _file = SqliteFile.Of(connectionString);

    public string Name => $"the SQLite database '{_file.Path}'";

    public SchemaDialect Dialect => SqliteStatements.Schema;

    public string Scripts => "grid-sqlite";

    public string Clock => "SELECT strftime('%Y-%m-%dT%H:%M:%fZ', 'now')";

    public string Unfinished => """
        SELECT kind, id FROM state
        WHERE unfinished AND (kind, id) > (@kind, @id)
          AND julianday(modified_at) <= julianday('now') - @age / 86400.0
        ORDER BY kind, id
        LIMIT @limit
        """;

    public bool HasMembership => false;

    public ValueTask<PreparedConnection> Rent(CancellationToken cancellationToken) =>
        new(new PreparedConnection(_file.OpenForReading()));

    public ValueTask<DbConnection> Open(CancellationToken cancellationToken) => new(_file.OpenForWriting());

    public StorageUnavailableException Unavailable(Exception failure) =>
        failure is SqliteException known ? _file.Unavailable(known) : new StorageUnavailableException($"Cannot use {Name}: {failure.Message}", failure);

    public ValueTask DisposeAsync() => default;
}
