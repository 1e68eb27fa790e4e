namespace RbacGrains.Storage;

/// <summary>Where a cluster keeps its state.</summary>
public sealed record GridStorageOptions
{
    /// <summary>Which kind of database. SQLite serves a single silo, for development.</summary>
    public required StorageProvider Provider { get; init; }

    /// <summary>
    /// The database: <c>Host=db;Database=rbac;Username=rbac;Password=...</c> for PostgreSQL, <c>Data Source=/var/lib/rbac/grid.db</c> for SQLite. Its
    /// tables are the grid's own; where a database is shared, <c>Search Path=...</c> gives it a schema of its own. Never logged.
    /// </summary>
    public required string ConnectionString { get; init; }

    /// <summary>Whether opening brings the schema up to date; otherwise an old one is refused. Default false.</summary>
    public bool MigrateOnStart { get; init; }

    /// <summary>Names the provider only: a connection string may hold a password.</summary>
    public override string ToString() => $"{nameof(GridStorageOptions)} {{ {nameof(Provider)} = {Provider} }}";
}
