namespace RbacGrains.Api;

/// <summary>The formats in which an audit log is answered.</summary>
internal enum AuditFormat
{
    /// <summary>A page.</summary>
    Json,

    /// <summary>All of it, an object a line.</summary>
    Ndjson,

    /// <summary>All of it, for a spreadsheet.</summary>
    Csv,
}
