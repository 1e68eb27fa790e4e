namespace RbacGrains.Storage;

/// <summary>Which kind of database holds the state.</summary>
public enum StorageProvider
{
    /// <summary>One file on a local disk, for one process.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server, version 13 or newer.</summary>
    Postgres,
}
