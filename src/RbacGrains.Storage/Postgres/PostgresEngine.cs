using Microsoft.Extensions.Logging;
using Npgsql;

namespace RbacGrains.Storage;

/// <summary>One PostgreSQL database: pooled connections, and a connection that owns the database.</summary>
internal sealed class PostgresEngine : IDatabaseEngine
{
    private readonly PostgresAddress _address;
    private readonly PostgresOwnership? _ownership;
    private readonly NpgsqlDataSource _source;
    private readonly Migrator _migrator;

    private PostgresEngine(PostgresAddress address, PostgresOwnership? ownership, int writers, Migrator migrator)
    {
        _address = address;
        _ownership = ownership;
        _source = NpgsqlDataSource.Create(address.ConnectionString);
        _migrator = migrator;
        Writers = writers;
    }

    public string Name => _address.Text;

    public int Writers { get; }

    public TaskScheduler WriterScheduler => TaskScheduler.Default;

    public CancellationToken OwnershipLost => _ownership?.Lost ?? CancellationToken.None;

    /// <exception cref="StorageUnavailableException">The server is unreachable, or another process owns the database.</exception>
    public static async Task<IDatabaseEngine> Open(
        StorageOptions options, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        var address = PostgresAddress.Of(options.ConnectionString);
        PostgresOwnership? ownership = null;
        try
        {
            if (options.ExclusiveOwnership) ownership = await PostgresOwnership.Take(address, logger, cancellationToken);
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException)
        {
            throw address.Unavailable(failure);
        }

        return new PostgresEngine(
            address, ownership, options.Writers, new Migrator(PostgresStatements.Schema, Migration.Of("postgres"), time, logger));
    }

    public async ValueTask Migrate(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await _source.OpenConnectionAsync(cancellationToken);
            await _migrator.Apply(connection, cancellationToken);
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException)
        {
            throw _address.Unavailable(failure);
        }
    }

    public async ValueTask<PreparedConnection> Rent(CancellationToken cancellationToken) =>
        new(await _source.OpenConnectionAsync(cancellationToken));

    public IBatchWriter CreateWriter() => new PostgresBatchWriter(_source);

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        if (_ownership is not null) await _ownership.DisposeAsync();
    }
}
