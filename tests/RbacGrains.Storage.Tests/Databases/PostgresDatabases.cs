using System.Data.Common;
using Npgsql;
using RbacGrains.Testing;

namespace RbacGrains.Storage.Tests;

public sealed class PostgresDatabases(PostgresFixture server) : ITestDatabases
{
    public string Folder => "postgres";

    public async Task<StorageOptions> Create() => new()
    {
        Provider = StorageProvider.Postgres,
        ConnectionString = await server.CreateDatabase(),
    };

    public async Task<DbConnection> Connect(StorageOptions options)
    {
        var connection = new NpgsqlConnection(options.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }
}
