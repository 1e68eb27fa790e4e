using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Logging;
using RbacGrains.Core;

namespace RbacGrains.Storage;

/// <summary>
/// The database of the Orleans host, seen beside Orleans' providers, which read and write the records themselves: its
/// audit log, what is unfinished, its clock, and whom it serves. Safe for use by any number of callers at once.
/// </summary>
public sealed class GridDatabase : IAuditLog, IAsyncDisposable
{
    private readonly GridConnections _connections;
    private readonly AuditReader _audit;
    private readonly UnfinishedReader _unfinished;

    private GridDatabase(GridConnections connections)
    {
        _connections = connections;
        _audit = new AuditReader(connections);
        _unfinished = new UnfinishedReader(connections, connections.Statements.Unfinished);
    }

    /// <summary>Connects and verifies the schema; brings it up to date first if so asked.</summary>
    /// <param name="options">Which database, and how.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Hears of migrations.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <exception cref="ArgumentException">An option is out of range; the message names it.</exception>
    /// <exception cref="StorageUnavailableException">The database is unreachable or not writable.</exception>
    /// <exception cref="SchemaException">Its schema is missing, older, newer, or another program's; the message says what to do.</exception>
    public static async Task<GridDatabase> Open(
        GridStorageOptions options, TimeProvider time, ILogger<GridDatabase> logger, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(logger);
        options.Validate();
        if (options.MigrateOnStart) await GridSchema.Migrate(options, time, logger, cancellationToken);
        else await GridSchema.Verify(options, time, logger, cancellationToken);
        var database = new GridDatabase(GridConnections.Of(options));
        logger.Opened(database._connections.Name);
        return database;
    }

    /// <summary>Records that the database serves a service; one database serves one.</summary>
    /// <param name="serviceId">The service's id, which stays the same from one deployment to the next.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="StorageUnavailableException">It serves another one; the message says which.</exception>
    public async ValueTask ClaimService(string serviceId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(serviceId);
        await using var connection = await _connections.RentWriter(cancellationToken);
        await connection.Command(GridStatements.Claim, ("@service", serviceId)).ExecuteNonQueryAsync(cancellationToken);
        if (await connection.Command(GridStatements.Service).ExecuteScalarAsync(cancellationToken) is not string served || served == serviceId) return;
        throw new StorageUnavailableException(
            $"{char.ToUpperInvariant(_connections.Name[0])}{_connections.Name[1..]} serves the service '{served}', not '{serviceId}'. " +
            $"Set the service id back to '{served}', or give '{serviceId}' a database of its own.");
    }

    /// <summary>The unfinished records that were last written some time ago, in no particular order.</summary>
    /// <param name="atLeastOld">How long ago at least, by the database's clock, in whole milliseconds; zero for all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public IAsyncEnumerable<StateKey> ReadUnfinished(TimeSpan atLeastOld, CancellationToken cancellationToken) =>
        _unfinished.Read(atLeastOld, cancellationToken);

    /// <summary>The time by the database's clock, in UTC, in whole milliseconds.</summary>
    public async ValueTask<DateTimeOffset> ReadClock(CancellationToken cancellationToken)
    {
        await using var connection = await _connections.Rent(cancellationToken);
        var milliseconds = await connection.Command(_connections.Statements.Clock).ExecuteScalarAsync(cancellationToken);
        return DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(milliseconds, CultureInfo.InvariantCulture));
    }

    /// <summary>Other clusters on this database that have a node which is not dead and was alive within 5 minutes.</summary>
    /// <param name="clusterId">One's own cluster.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Their ids, in order; always empty on SQLite, which knows no clusters.</returns>
    public async ValueTask<ImmutableArray<string>> ReadOtherClusters(string clusterId, CancellationToken cancellationToken)
    {
        if (_connections.Statements.OtherClusters is not { } statement) return [];
        await using var connection = await _connections.Rent(cancellationToken);
        await using var rows = await connection.Command(statement, ("@cluster", clusterId)).ExecuteReaderAsync(cancellationToken);
        var clusters = ImmutableArray.CreateBuilder<string>();
        while (await rows.ReadAsync(cancellationToken)) clusters.Add(rows.GetString(0));
        return clusters.DrainToImmutable();
    }

    /// <inheritdoc/>
    public ValueTask<Page<AuditEntry>> Read(
        string organization, AuditQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        return _audit.Read(organization, query, page, cancellationToken);
    }

    /// <inheritdoc/>
    public bool IsToken(string token) => AuditToken.IsValid(token);

    /// <inheritdoc/>
    public ValueTask<AuditEntry?> FindOperation(string organization, string operationId, CancellationToken cancellationToken) =>
        _audit.FindOperation(organization, operationId, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _connections.DisposeAsync();
}
