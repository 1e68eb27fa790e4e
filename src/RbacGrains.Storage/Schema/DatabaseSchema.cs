using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace RbacGrains.Storage;

/// <summary>The schema of a database that nobody need have opened: what an operator looks at and brings up to date.</summary>
public static class DatabaseSchema
{
    /// <summary>Applies the migrations that the database lacks, in one transaction.</summary>
    /// <param name="provider">Which kind of database.</param>
    /// <param name="connectionString">The database, as in <see cref="StorageOptions.ConnectionString"/>.</param>
    /// <param name="owner">Whose it is, or becomes.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Hears of each migration.</param>
    /// <param name="cancellationToken">Stops it; then nothing was applied.</param>
    /// <returns>What was applied, such as <c>1 (initial)</c>, in order; empty when the schema was up to date.</returns>
    /// <exception cref="StorageUnavailableException">The database is unreachable or not writable.</exception>
    /// <exception cref="SchemaException">It is newer than this program, another owner's, or came from other scripts.</exception>
    public static async Task<ImmutableArray<string>> Migrate(
        StorageProvider provider, string connectionString, SchemaOwner owner, TimeProvider time, ILogger logger, CancellationToken cancellationToken = default)
    {
        var migrator = Migrator(provider, owner, time, logger);
        var applied = await Use(
            provider, connectionString, writes: true, connection => migrator.Apply(connection, cancellationToken), cancellationToken);
        return [.. applied.Select(migration => $"{migration.Number} ({migration.Name})")];
    }

    /// <summary>How far the database's schema is. Changes nothing.</summary>
    /// <param name="provider">Which kind of database.</param>
    /// <param name="connectionString">The database, as in <see cref="StorageOptions.ConnectionString"/>.</param>
    /// <param name="owner">Whose it is.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Hears nothing.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="StorageUnavailableException">The database is unreachable.</exception>
    /// <exception cref="SchemaException">It is newer than this program, another owner's, or came from other scripts.</exception>
    public static async Task<SchemaStatus> Read(
        StorageProvider provider, string connectionString, SchemaOwner owner, TimeProvider time, ILogger logger, CancellationToken cancellationToken = default)
    {
        var newest = owner.Migrations(provider).Length;
        if (provider == StorageProvider.Sqlite && !File.Exists(SqliteFile.Of(connectionString).Path)) return new SchemaStatus(0, newest);
        var migrator = Migrator(provider, owner, time, logger);
        var version = await Use(
            provider, connectionString, writes: false, connection => migrator.Read(connection, cancellationToken), cancellationToken);
        return new SchemaStatus(version, newest);
    }

    private static Migrator Migrator(StorageProvider provider, SchemaOwner owner, TimeProvider time, ILogger logger) => new(
        provider == StorageProvider.Sqlite ? SqliteStatements.Schema : PostgresStatements.Schema, owner.Migrations(provider), time, logger);

    private static async ValueTask<T> Use<T>(
        StorageProvider provider, string connectionString, bool writes, Func<DbConnection, ValueTask<T>> use, CancellationToken cancellationToken)
    {
        if (provider == StorageProvider.Sqlite)
        {
            var file = SqliteFile.Of(connectionString);
            try
            {
                await using var connection = writes ? file.OpenForWriting() : file.OpenForReading();
                return await use(connection);
            }
            catch (SqliteException failure)
            {
                throw file.Unavailable(failure);
            }
        }

        var address = PostgresAddress.Of(connectionString);
        try
        {
            await using var source = NpgsqlDataSource.Create(address.ConnectionString);
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            return await use(connection);
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException)
        {
            throw address.Unavailable(failure);
        }
    }
}
