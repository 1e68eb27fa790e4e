namespace RbacGrains.Storage;

/// <summary>What is written to SQLite.</summary>
internal static class SqliteStatements
{
    public const string Begin = "BEGIN IMMEDIATE";

    public const string Commit = "COMMIT";

    public const string Rollback = "ROLLBACK";

    /// <summary>Kind, id, expected version, payload, whether unfinished.</summary>
    public const string Insert = """
        INSERT INTO state (kind, id, version, payload, unfinished) VALUES (?1, ?2, ?3 + 1, ?4, ?5)
        ON CONFLICT (kind, id) DO NOTHING
        """;

    /// <summary>The same.</summary>
    public const string Update = """
        UPDATE state SET version = ?3 + 1, payload = ?4, unfinished = ?5
        WHERE kind = ?1 AND id = ?2 AND version = ?3
        """;

    private const string AuditRow = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /// <summary>
    /// For the writer. FULL is what makes a commit durable against loss of power when the journal is a WAL. At 16 MiB that is copied into
    /// the database: a page that many transactions have changed is then copied, and synced, once for all of them.
    /// </summary>
    public const string WriterSettings = "PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4096";

    /// <summary>Answers with the journal's mode, which stays as it was where the file system cannot share memory.</summary>
    public const string JournalMode = "PRAGMA journal_mode = WAL";

    /// <summary>For readers.</summary>
    public const string ReaderSettings = "PRAGMA busy_timeout = 5000; PRAGMA query_only = ON";

    /// <summary>So many entries, in their order.</summary>
    public static string Audit(int rows) => $"""
        INSERT INTO audit (id, organization, at, actor, kind, target, before, after, reason, operation_id, fingerprint)
        VALUES {string.Join(", ", Enumerable.Repeat(AuditRow, rows))}
        """;

    public static SchemaDialect Schema { get; } = new(
        "BEGIN EXCLUSIVE", "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'schema_migrations'", Timeout: 30);
}
