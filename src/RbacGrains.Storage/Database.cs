using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using RbacGrains.Core;

namespace RbacGrains.Storage;

/// <summary>
/// An open database: durable state and its audit log. Safe for use by any number of callers at once; concurrent writes
/// share transactions. Disposing it commits what waits and gives up the database.
/// </summary>
public sealed class Database : IStateStore, IAuditLog, IAsyncDisposable
{
    private readonly IDatabaseEngine _engine;
    private readonly ImmutableArray<GroupCommit> _commits;
    private readonly StateReader _states;
    private readonly AuditReader _audit;
    private int _disposed;

    private Database(IDatabaseEngine engine, StorageOptions options, TimeProvider time, ILogger logger)
    {
        _engine = engine;
        _states = new StateReader(engine);
        _audit = new AuditReader(engine);
        _commits =
        [
            .. Enumerable.Range(0, engine.Writers).Select(
                _ => new GroupCommit(engine.CreateWriter(), engine.WriterScheduler, options, Metrics, time, logger)),
        ];
    }

    /// <summary>
    /// Cancelled when another process may have become the owner of the database, after which every call fails; a host that
    /// answers from memory must stop then. Never happens to SQLite.
    /// </summary>
    public CancellationToken OwnershipLost => _engine.OwnershipLost;

    internal StorageMetrics Metrics { get; } = new();

    /// <summary>Opens a database, makes this process its owner if so asked, and brings its schema up to date.</summary>
    /// <param name="options">Which database, and how.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Hears of migrations, slow commits and failures.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <exception cref="ArgumentException">An option is out of range; the message names it.</exception>
    /// <exception cref="StorageUnavailableException">The database is unreachable, not writable, or owned by another process.</exception>
    /// <exception cref="SchemaException">A newer program has changed the schema, or other scripts have made it.</exception>
    public static async Task<Database> Open(
        StorageOptions options, TimeProvider time, ILogger<Database> logger, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(logger);
        options.Validate();
        var engine = options.Provider == StorageProvider.Sqlite
            ? SqliteEngine.Open(options, time, logger)
            : await PostgresEngine.Open(options, time, logger, cancellationToken);
        try
        {
            await engine.Migrate(cancellationToken);
            logger.Opened(engine.Name);
            return new Database(engine, options, time, logger);
        }
        catch
        {
            await engine.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask<StoredState?> Read(StateKey key, CancellationToken cancellationToken)
    {
        ThrowIfNotOwned();
        return _states.Read(key, cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A text is none that every database can store, or a key is too long.</exception>
    public ValueTask<long> Write(StateWrite write, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(write);
        Storable.Check(write);
        ThrowIfNotOwned();

        // A record always has the same writer, so that its writes are made in the order in which they came.
        return _commits[(int)((uint)write.Key.GetHashCode() % (uint)_commits.Length)].Write(write, cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StateKey> ReadUnfinished(CancellationToken cancellationToken)
    {
        ThrowIfNotOwned();
        return _states.ReadUnfinished(cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<Page<AuditEntry>> Read(
        string organization, AuditQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        ThrowIfNotOwned();
        return _audit.Read(organization, query, page, cancellationToken);
    }

    /// <inheritdoc/>
    public bool IsToken(string token) => AuditToken.IsValid(token);

    /// <inheritdoc/>
    public ValueTask<AuditEntry?> FindOperation(string organization, string operationId, CancellationToken cancellationToken)
    {
        ThrowIfNotOwned();
        return _audit.FindOperation(organization, operationId, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0) return;
        foreach (var commit in _commits) await commit.DisposeAsync();
        await _engine.DisposeAsync();
        Metrics.Dispose();
    }

    private void ThrowIfNotOwned()
    {
        if (_engine.OwnershipLost.IsCancellationRequested)
        {
            throw new StorageUnavailableException(
                $"The connection that owns {_engine.Name} was lost, so another process may own it by now. Restart this process.");
        }
    }
}
