using System.Data.Common;
using Npgsql;

namespace RbacGrains.Storage;

/// <summary>A cluster's PostgreSQL database.</summary>
internal sealed class PostgresGrid : IGridEngine
{
    private readonly PostgresAddress _address;
    private readonly NpgsqlDataSource _source;

    /// <exception cref="StorageUnavailableException">The connection string names no server.</exception>
    public PostgresGrid(string connectionString)
    {
        _address = PostgresAddress.Of(connectionString);
        _source = NpgsqlDataSource.Create(_address.ConnectionString);
    }

    public string Name => _address.Text;

    public SchemaDialect Dialect => PostgresStatements.Schema;

    public string Scripts => "grid-postgres";

    public string Clock => "SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";

    public string Unfinished => """
        SELECT kind, id FROM state
        WHERE unfinished AND (kind, id) > (@kind, @id) AND modified_at <= now() - make_interval(secs => @age)
        ORDER BY kind, id
        LIMIT @limit
        """;

    public bool HasMembership => true;

    public async ValueTask<PreparedConnection> Rent(CancellationToken cancellationToken) =>
        new(await _source.OpenConnectionAsync(cancellationToken));

    public async ValueTask<DbConnection> Open(CancellationToken cancellationToken) => await _source.OpenConnectionAsync(cancellationToken);

    public StorageUnavailableException Unavailable(Exception failure) => _address.Unavailable(failure);

    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
