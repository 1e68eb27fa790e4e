using System.Data.Common;
using Microsoft.Data.Sqlite;
using RbacGrains.Testing;

namespace RbacGrains.Storage.Tests;

public sealed class SqliteDatabases : ITestDatabases, IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private int _files;

    public string Folder => "sqlite";

    public Task<StorageOptions> Create() => Task.FromResult(new StorageOptions
    {
        Provider = StorageProvider.Sqlite,
        ConnectionString = $"Data Source={_directory.File($"{Interlocked.Increment(ref _files)}.db")}",
    });

    public async Task<DbConnection> Connect(StorageOptions options)
    {
        var connection = new SqliteConnection(options.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    public void Dispose() => _directory.Dispose();
}
