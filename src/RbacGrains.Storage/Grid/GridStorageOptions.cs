namespace RbacGrains.Storage;

/// <summary>Where the Orleans host keeps state, membership and reminders. Checked by <see cref="GridDatabase.Open"/>.</summary>
public sealed record GridStorageOptions
{
    /// <summary>Which kind of database. SQLite holds state only, so it serves one node without a cluster.</summary>
    public required StorageProvider Provider { get; init; }

    /// <summary>
    /// The database: <c>Data Source=/var/lib/rbac/grid.db</c> for SQLite (a file; databases in memory are refused), or
    /// <c>Host=db;Database=rbac;Username=rbac;Password=...</c> for PostgreSQL. Never logged.
    /// </summary>
    public required string ConnectionString { get; init; }

    /// <summary>
    /// Whether opening applies the schema's missing migrations. Default false: then an operator does it, with
    /// <c>rbac db migrate --grid</c>, and the host needs no right to create tables.
    /// </summary>
    public bool MigrateOnStart { get; init; }

    /// <summary>
    /// The connection string as Orleans' providers are to have it: on PostgreSQL their queries are prepared after their second use, which
    /// more than halves what a write costs the server.
    /// </summary>
    /// <exception cref="StorageUnavailableException">It names no database of the kind.</exception>
    public string ForProviders() =>
        Provider == StorageProvider.Postgres ? PostgresAddress.Of(ConnectionString).ConnectionString : ConnectionString;

    /// <summary>Names the provider only: a connection string may hold a password.</summary>
    public override string ToString() => $"{nameof(GridStorageOptions)} {{ {nameof(Provider)} = {Provider} }}";

    internal void Validate()
    {
        if (!Enum.IsDefined(Provider)) throw new ArgumentException($"Grid storage option {nameof(Provider)} is neither Sqlite nor Postgres.");
        if (string.IsNullOrWhiteSpace(ConnectionString))
            throw new ArgumentException($"Grid storage option {nameof(ConnectionString)} is empty; it says where the database is.");
    }
}
