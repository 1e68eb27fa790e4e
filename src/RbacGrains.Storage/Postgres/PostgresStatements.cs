namespace RbacGrains.Storage;

/// <summary>What is written to PostgreSQL. Each write is one statement, so that a whole transaction is sent at once.</summary>
internal static class PostgresStatements
{
    /// <summary>Undoes a setting of the role or database that acknowledges commits before they are durable; leaves stronger ones.</summary>
    public const string Durable =
        "SELECT set_config('synchronous_commit', 'on', true) WHERE current_setting('synchronous_commit') = 'off'";

    public const string Insert = $"""
        WITH written AS (
            INSERT INTO state (kind, id, version, payload, unfinished) VALUES ($1, $2, $3 + 1, $4, $5)
            ON CONFLICT (kind, id) DO NOTHING
            RETURNING 1
        ), {Audit}
        """;

    public const string Update = $"""
        WITH written AS (
            UPDATE state SET version = $3 + 1, payload = $4, unfinished = $5
            WHERE kind = $1 AND id = $2 AND version = $3
            RETURNING 1
        ), {Audit}
        """;

    /// <summary>Fails to take what another session holds; a session's end gives it back. The key says "RBAC" and 1.</summary>
    public const string TakeOwnership = "SELECT pg_try_advisory_lock(1380073795, 1)";

    public const string GiveOwnershipBack = "SELECT pg_advisory_unlock(1380073795, 1)";

    /// <summary>
    /// Lets the server notice within a minute that the owner's machine is gone. The owner notices sooner that the server
    /// is, and has stopped by then.
    /// </summary>
    public const string OwnerSettings =
        "SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3";

    private const string Audit = """
        logged AS (
            INSERT INTO audit (id, organization, at, actor, kind, target, before, after, reason, operation_id, fingerprint)
            SELECT e.id, e.organization, e.at, e.actor, e.kind, e.target, e.before, e.after, e.reason, e.operation_id, e.fingerprint
            FROM written, unnest($6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) WITH ORDINALITY AS e (
                id, organization, at, actor, kind, target, before, after, reason, operation_id, fingerprint, position)
            ORDER BY e.position
        )
        SELECT count(*) FROM written
        """;

    public static SchemaDialect Schema { get; } = new(
        "BEGIN ISOLATION LEVEL READ COMMITTED; SELECT pg_advisory_xact_lock(1380073795, 2)",
        "SELECT count(*) WHERE to_regclass('schema_migrations') IS NOT NULL",
        Timeout: 0);
}
