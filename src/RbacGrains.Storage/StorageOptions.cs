namespace RbacGrains.Storage;

/// <summary>Where state is kept and how writes are gathered. Checked by <see cref="Database.Open"/>.</summary>
public sealed record StorageOptions
{
    /// <summary>Which kind of database.</summary>
    public required StorageProvider Provider { get; init; }

    /// <summary>
    /// The database: <c>Data Source=/var/lib/rbac/rbac.db</c> for SQLite (a file; databases in memory are refused), or
    /// <c>Host=db;Database=rbac;Username=rbac;Password=...</c> for PostgreSQL. Never logged.
    /// </summary>
    public required string ConnectionString { get; init; }

    /// <summary>
    /// Whether this process must be the only one on the database; a second one is then refused. Default true, which a host
    /// that holds actors in memory needs. False is for processes that only read, or that are kept apart by other means.
    /// </summary>
    public bool ExclusiveOwnership { get; init; } = true;

    /// <summary>How many writes share one transaction at most. Default 512, from 1 (no sharing) to 10,000.</summary>
    public int MaxBatch { get; init; } = 512;

    /// <summary>
    /// After how many bytes of payload a transaction takes no further write. Default 16 MiB, from 1 to 1 GiB. A single
    /// larger write is still made, in a transaction of its own.
    /// </summary>
    public int MaxBatchBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>How many writes may wait for a transaction before callers have to wait. Default 8,192, from 1 to 1,000,000.</summary>
    public int MaxWaiting { get; init; } = 8192;

    /// <summary>
    /// How many transactions may commit at the same time on PostgreSQL, each on a connection of its own. Default 4, from
    /// 1 to 64. SQLite always has one.
    /// </summary>
    public int Writers { get; init; } = 4;

    /// <summary>How many idle connections are kept for reading SQLite. Default 8, from 1 to 256. PostgreSQL pools by its connection string.</summary>
    public int IdleReaders { get; init; } = 8;

    /// <summary>From which duration on a commit is logged as slow. Default 1 second; positive.</summary>
    public TimeSpan SlowCommit { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Names the provider only: a connection string may hold a password.</summary>
    public override string ToString() => $"{nameof(StorageOptions)} {{ {nameof(Provider)} = {Provider} }}";

    internal void Validate()
    {
        if (!Enum.IsDefined(Provider)) throw new ArgumentException($"Storage option {nameof(Provider)} is neither Sqlite nor Postgres.");
        if (string.IsNullOrWhiteSpace(ConnectionString))
            throw new ArgumentException($"Storage option {nameof(ConnectionString)} is empty; it says where the database is.");
        CheckRange(nameof(MaxBatch), MaxBatch, 10_000);
        CheckRange(nameof(MaxBatchBytes), MaxBatchBytes, 1024 * 1024 * 1024);
        CheckRange(nameof(MaxWaiting), MaxWaiting, 1_000_000);
        CheckRange(nameof(Writers), Writers, 64);
        CheckRange(nameof(IdleReaders), IdleReaders, 256);
        if (SlowCommit <= TimeSpan.Zero) throw new ArgumentException($"Storage option {nameof(SlowCommit)} is {SlowCommit}; it must be positive.");
    }

    private static void CheckRange(string name, int value, int most)
    {
        if (value < 1 || value > most) throw new ArgumentException($"Storage option {name} is {value}; it must be from 1 to {most}.");
    }
}
