using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.Extensions.Logging;

namespace RbacGrains.Storage;

/// <summary>The schema of a cluster's database.</summary>
public static class GridSchema
{
    /// <summary>Brings the schema up to date. Several programs may do so at once; one does it, and the others find it done.</summary>
    /// <param name="options">Which database.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Hears of each migration.</param>
    /// <param name="cancellationToken">Stops it; nothing is changed then.</param>
    /// <returns>The names of the migrations that were applied, in order; empty when it was up to date.</returns>
    /// <exception cref="StorageUnavailableException">The database is unreachable, or may not be changed.</exception>
    /// <exception cref="SchemaException">A newer program has changed the schema, or other scripts have made it.</exception>
    public static async Task<ImmutableArray<string>> Migrate(
        GridStorageOptions options, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        await using var engine = EngineOf(options);
        return await Migrate(engine, time, logger, cancellationToken);
    }

    /// <summary>The names of the migrations that the schema lacks. Nothing is changed.</summary>
    /// <inheritdoc cref="Migrate(GridStorageOptions, TimeProvider, ILogger, CancellationToken)" path="/param"/>
    public static async Task<ImmutableArray<string>> Missing(
        GridStorageOptions options, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        await using var engine = EngineOf(options);
        return await Missing(engine, time, logger, cancellationToken);
    }

    internal static IGridEngine EngineOf(GridStorageOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Provider switch
        {
            StorageProvider.Postgres => new PostgresGrid(options.ConnectionString),
            StorageProvider.Sqlite => new SqliteGrid(options.ConnectionString),
            _ => throw new ArgumentException($"Storage option {nameof(options.Provider)} is neither Sqlite nor Postgres."),
        };
    }

    internal static Task<ImmutableArray<string>> Migrate(
        IGridEngine engine, TimeProvider time, ILogger logger, CancellationToken cancellationToken) =>
        Using(engine, time, logger, (migrator, connection) => migrator.Apply(connection, cancellationToken), cancellationToken);

    internal static Task<ImmutableArray<string>> Missing(
        IGridEngine engine, TimeProvider time, ILogger logger, CancellationToken cancellationToken) =>
        Using(engine, time, logger, (migrator, connection) => migrator.Missing(connection, cancellationToken), cancellationToken);

    private static async Task<ImmutableArray<string>> Using(
        IGridEngine engine,
        TimeProvider time,
        ILogger logger,
        Func<Migrator, DbConnection, ValueTask<ImmutableArray<Migration>>> work,
        CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await engine.Open(cancellationToken);
            var migrations = await work(new Migrator(engine.Dialect, Migration.Of(engine.Scripts), time, logger), connection);
            return [.. migrations.Select(migration => $"{migration.Number} ({migration.Name})")];
        }
        catch (Exception failure) when (failure is DbException or TimeoutException)
        {
            throw engine.Unavailable(failure);
        }
    }
}
