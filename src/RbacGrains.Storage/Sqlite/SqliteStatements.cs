namespace RbacGrains.Storage;

/// <summary>What is written to SQLite.</summary>
internal static class SqliteStatements
{
    public const string Begin = "BEGIN IMMEDIATE";

    public const string Commit = "COMMIT";

    public const string Rollback = "ROLLBACK";

    public const string Insert = """
        INSERT INTO state (kind, id, version, payload, unfinished) VALUES (@kind, @id, @expected + 1, @payload, @unfinished)
        ON CONFLICT (kind, id) DO NOTHING
        """;

    public const string Update = """
        UPDATE state SET version = @expected + 1, payload = @payload, unfinished = @unfinished
        WHERE kind = @kind AND id = @id AND version = @expected
        """;

    public const string Audit = """
        INSERT INTO audit (id, organization, at, actor, kind, target, before, after, reason, operation_id, fingerprint)
        VALUES (@id, @organization, @at, @actor, @kind, @target, @before, @after, @reason, @operation, @fingerprint)
        """;

    /// <summary>For the writer. FULL is what makes a commit durable against loss of power when the journal is a WAL.</summary>
    public const string WriterSettings = "PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL";

    /// <summary>Answers with the journal's mode, which stays as it was where the file system cannot share memory.</summary>
    public const string JournalMode = "PRAGMA journal_mode = WAL";

    /// <summary>For readers.</summary>
    public const string ReaderSettings = "PRAGMA busy_timeout = 5000; PRAGMA query_only = ON";

    public static SchemaDialect Schema { get; } = new(
        "BEGIN EXCLUSIVE", "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'schema_migrations'", Timeout: 30);
}
