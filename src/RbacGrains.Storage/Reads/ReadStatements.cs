namespace RbacGrains.Storage;

/// <summary>What is read; the same on every database. The casts tell PostgreSQL the type of a parameter that is null.</summary>
internal static class ReadStatements
{
    public const string State = "SELECT payload, version FROM state WHERE kind = @kind AND id = @id";

    public const string Unfinished = """
        SELECT kind, id FROM state
        WHERE unfinished AND (kind, id) > (@kind, @id)
        ORDER BY kind, id
        LIMIT @limit
        """;

    public const string AuditPage = $"""
        SELECT {AuditColumns} FROM audit
        WHERE organization = @organization AND seq < @before
          AND (CAST(@actor AS text) IS NULL OR actor = @actor)
          AND (CAST(@target AS text) IS NULL OR target = @target)
          AND (CAST(@kind AS text) IS NULL OR kind = @kind)
          AND (CAST(@since AS bigint) IS NULL OR at >= @since)
          AND (CAST(@until AS bigint) IS NULL OR at < @until)
        ORDER BY seq DESC
        LIMIT @limit
        """;

    public const string Operation = $"""
        SELECT {AuditColumns} FROM audit
        WHERE organization = @organization AND operation_id = @operation
        ORDER BY seq
        LIMIT 1
        """;

    private const string AuditColumns =
        "seq, id, organization, at, actor, kind, target, before, after, reason, operation_id, fingerprint";
}
