using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using RbacGrains.Core;

namespace RbacGrains.Storage;

/// <summary>
/// A cluster's database, as far as its silos read it themselves: the audit log, and what is unfinished. State is read and written by the storage
/// provider of Orleans, with the queries that the schema holds.
/// </summary>
public sealed class GridDatabase : IAuditLog, IAsyncDisposable
{
    private const int UnfinishedAtOnce = 500;

    private readonly IGridEngine _engine;
    private readonly AuditReader _audit;

    private GridDatabase(IGridEngine engine)
    {
        _engine = engine;
        _audit = new AuditReader(engine);
    }

    /// <summary>Opens a database whose schema is up to date, or is brought there when the options say so.</summary>
    /// <param name="options">Which database.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Hears of migrations.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <exception cref="StorageUnavailableException">The database is unreachable.</exception>
    /// <exception cref="SchemaException">The schema is not this program's; the message says what to do.</exception>
    public static async Task<GridDatabase> Open(
        GridStorageOptions options, TimeProvider time, ILogger<GridDatabase> logger, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var engine = GridSchema.EngineOf(options);
        try
        {
            if (options.MigrateOnStart) await GridSchema.Migrate(engine, time, logger, cancellationToken);
            var missing = await GridSchema.Missing(engine, time, logger, cancellationToken);
            if (!missing.IsEmpty)
                throw new SchemaException(
                    $"The schema of {engine.Name} lacks the migrations {string.Join(", ", missing)}. Run 'rbac db migrate --grid', "
                    + "or allow the program to do it at its start with Rbac:Database:MigrateOnStart=true.");
            logger.Opened(engine.Name);
            return new GridDatabase(engine);
        }
        catch
        {
            await engine.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes the database the service's own, if it is no other's.</summary>
    /// <param name="service">The service's id.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="StorageUnavailableException">It is another service's.</exception>
    public async ValueTask ClaimService(string service, CancellationToken cancellationToken)
    {
        await using var connection = new PreparedConnection(await _engine.Open(cancellationToken));
        await connection.Command("INSERT INTO service (id) VALUES (@id) ON CONFLICT DO NOTHING", ("@id", service))
            .ExecuteNonQueryAsync(cancellationToken);
        var owner = (string)(await connection.Command("SELECT id FROM service").ExecuteScalarAsync(cancellationToken))!;
        if (owner != service)
            throw new StorageUnavailableException(
                $"{_engine.Name} belongs to the service '{owner}', not to '{service}'. Name that service in Rbac:ServiceId, or use another database.");
    }

    /// <summary>The other clusters that have a silo alive on this database, by its clock: their silos would wake up the same organizations.</summary>
    /// <param name="cluster">The cluster's own id.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async ValueTask<ImmutableArray<string>> ReadOtherClusters(string cluster, CancellationToken cancellationToken)
    {
        if (!_engine.HasMembership) return [];
        await using var connection = await _engine.Rent(cancellationToken);
        // 6 is a dead silo. A silo says every 30 seconds that it is alive.
        await using var rows = await connection.Command(
            "SELECT DISTINCT cluster FROM silo WHERE cluster <> @own AND status <> 6 AND i_am_alive_time > now() - interval '2 minutes' ORDER BY 1",
            ("@own", cluster)).ExecuteReaderAsync(cancellationToken);
        var others = ImmutableArray.CreateBuilder<string>();
        while (await rows.ReadAsync(cancellationToken)) others.Add(rows.GetString(0));
        return others.ToImmutable();
    }

    /// <summary>The database's clock, in UTC.</summary>
    public async ValueTask<DateTimeOffset> ReadClock(CancellationToken cancellationToken)
    {
        await using var connection = await _engine.Rent(cancellationToken);
        var text = (string)(await connection.Command(_engine.Clock).ExecuteScalarAsync(cancellationToken))!;
        return DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
    }

    /// <summary>The records last written as unfinished, at least so long ago by the database's clock.</summary>
    public async IAsyncEnumerable<StateKey> ReadUnfinished(
        TimeSpan atLeastOld, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = new StateKey("", "");
        List<StateKey> part;
        do
        {
            part = await ReadUnfinishedAfter(last, atLeastOld, cancellationToken);
            foreach (var key in part) yield return last = key;
        }
        while (part.Count == UnfinishedAtOnce);
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
    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    private async ValueTask<List<StateKey>> ReadUnfinishedAfter(StateKey last, TimeSpan age, CancellationToken cancellationToken)
    {
        await using var connection = await _engine.Rent(cancellationToken);
        var command = connection.Command(
            _engine.Unfinished, ("@kind", last.Kind), ("@id", last.Id), ("@age", age.TotalSeconds), ("@limit", UnfinishedAtOnce));
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var keys = new List<StateKey>();
        while (await rows.ReadAsync(cancellationToken)) keys.Add(new StateKey(rows.GetString(0), rows.GetString(1)));
        return keys;
    }
}
