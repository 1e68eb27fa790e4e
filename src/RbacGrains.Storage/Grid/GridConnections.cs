using Npgsql;

namespace RbacGrains.Storage;

/// <summary>How the host itself reaches a grid's database, beside Orleans' providers, which have connections of their own.</summary>
internal sealed class GridConnections : IConnections, IAsyncDisposable
{
    private const int MostIdle = 8;

    private readonly IConnections _readers;
    private readonly IAsyncDisposable _owned;
    private readonly Func<CancellationToken, ValueTask<PreparedConnection>> _rentWriter;

    private GridConnections(
        string name, GridStatements statements, IConnections readers, IAsyncDisposable owned,
        Func<CancellationToken, ValueTask<PreparedConnection>> rentWriter)
    {
        Name = name;
        Statements = statements;
        _readers = readers;
        _owned = owned;
        _rentWriter = rentWriter;
    }

    /// <summary>The database in words, for messages; holds no secret.</summary>
    public string Name { get; }

    public GridStatements Statements { get; }

    public static GridConnections Of(GridStorageOptions options)
    {
        if (options.Provider == StorageProvider.Sqlite)
        {
            var file = SqliteFile.Of(options.ConnectionString);
            var readers = new SqliteReaders(file, MostIdle);
            return new GridConnections(
                $"the SQLite database '{file.Path}'", GridStatements.Sqlite, readers, readers,
                _ => ValueTask.FromResult(new PreparedConnection(file.OpenForWriting())));
        }

        var address = PostgresAddress.Of(options.ConnectionString);
        var source = NpgsqlDataSource.Create(address.ConnectionString);
        var connections = new PostgresConnections(source);
        return new GridConnections(address.Text, GridStatements.Postgres, connections, source, connections.Rent);
    }

    public ValueTask<PreparedConnection> Rent(CancellationToken cancellationToken) => _readers.Rent(cancellationToken);

    /// <summary>A connection that may write.</summary>
    public ValueTask<PreparedConnection> RentWriter(CancellationToken cancellationToken) => _rentWriter(cancellationToken);

    public ValueTask DisposeAsync() => _owned.DisposeAsync();
}
