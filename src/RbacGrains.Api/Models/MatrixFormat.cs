namespace RbacGrains.Api;

/// <summary>The formats in which a role table is answered.</summary>
internal enum MatrixFormat
{
    /// <summary>A list of rows.</summary>
    Json,

    /// <summary>For a spreadsheet.</summary>
    Csv,

    /// <summary>For a page.</summary>
    Markdown,
}
