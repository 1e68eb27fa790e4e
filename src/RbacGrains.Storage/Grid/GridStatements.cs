namespace RbacGrains.Storage;

/// <summary>What is asked of a grid's database beside Orleans' own queries.</summary>
/// <param name="Unfinished">A part of the unfinished records of an age in milliseconds.</param>
/// <param name="Clock">The time, in milliseconds since 1970-01-01 UTC.</param>
/// <param name="OtherClusters">The clusters that are alive but one; null where there are none.</param>
internal sealed record GridStatements(string Unfinished, string Clock, string? OtherClusters)
{
    public const string Claim = "INSERT INTO service (service_id) VALUES (@service) ON CONFLICT DO NOTHING";

    public const string Service = "SELECT service_id FROM service";

    public static GridStatements Postgres { get; } = new(
        """
        SELECT kind, id FROM state
        WHERE unfinished AND (kind, id) > (@kind, @id) AND modified_at <= clock_timestamp() - @age * interval '1 millisecond'
        ORDER BY kind, id
        LIMIT @limit
        """,
        "SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint",
        """
        SELECT DISTINCT deployment_id FROM silo
        WHERE deployment_id <> @cluster AND status <> 6 AND alive_at > clock_timestamp() - interval '5 minutes'
        ORDER BY deployment_id
        """);

    public static GridStatements Sqlite { get; } = new(
        $"""
        SELECT kind, id FROM state
        WHERE unfinished AND (kind, id) > (@kind, @id) AND modified_at <= {SqliteClock} - @age
        ORDER BY kind, id
        LIMIT @limit
        """,
        $"SELECT {SqliteClock}",
        null);

    private const string SqliteClock = "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)";
}
