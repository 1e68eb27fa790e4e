using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace RbacGrains.Storage;

/// <summary>The schema of a grid's database.</summary>
public static class GridSchema
{
    /// <summary>Applies the migrations that the database lacks, in one transaction.</summary>
    /// <param name="options">Which database.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Hears of each migration.</param>
    /// <param name="cancellationToken">Stops it; then nothing was applied.</param>
    /// <returns>What was applied, such as <c>1 (grid)</c>, in order; empty when the schema was up to date.</returns>
    /// <exception cref="ArgumentException">An option is out of range; the message names it.</exception>
    /// <exception cref="StorageUnavailableException">The database is unreachable or not writable.</exception>
    /// <exception cref="SchemaException">It is newer than this program, a standalone server's, or came from other scripts.</exception>
    public static Task<ImmutableArray<string>> Migrate(
        GridStorageOptions options, TimeProvider time, ILogger logger, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        return DatabaseSchema.Migrate(options.Provider, options.ConnectionString, SchemaOwner.Grid, time, logger, cancellationToken);
    }

    /// <summary>Makes sure that the database has all migrations, and no other program's. Changes nothing.</summary>
    /// <exception cref="SchemaException">It has not; the message says what to do.</exception>
    internal static async Task Verify(GridStorageOptions options, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        const string Advice = "run 'rbac db migrate --grid' or set Rbac:Database:MigrateOnStart.";
        var status = await DatabaseSchema.Read(options.Provider, options.ConnectionString, SchemaOwner.Grid, time, logger, cancellationToken);
        if (status.Version == 0) throw new SchemaException($"The database has no schema for a grid yet: {Advice}");
        if (status.Version < status.Newest)
        {
            throw new SchemaException(
                $"The database's schema is at migration {status.Version}, but this program needs {status.Newest}: {Advice} Make a backup first.");
        }
    }
}
