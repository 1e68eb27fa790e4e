using Npgsql;

namespace RbacGrains.Storage;

/// <summary>Connections from PostgreSQL's pool.</summary>
internal sealed class PostgresConnections(NpgsqlDataSource source) : IConnections
{
    public async ValueTask<PreparedConnection> Rent(CancellationToken cancellationToken) =>
        new(await source.OpenConnectionAsync(cancellationToken));
}
