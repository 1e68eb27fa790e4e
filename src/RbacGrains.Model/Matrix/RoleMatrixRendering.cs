using System.Text;

namespace RbacGrains.Model;

/// <summary>Writes a <see cref="RoleMatrix"/> as text, with the page's words and the titles of the roles.</summary>
public static class RoleMatrixRendering
{
    /// <summary>The header of the first column.</summary>
    public const string Header = "Permission";

    private static readonly System.Buffers.SearchValues<char> QuotedInCsv = System.Buffers.SearchValues.Create(",\"\r\n");

    /// <summary>A Markdown table: a check mark where a role holds a row. Lines end in a line feed.</summary>
    public static string ToMarkdown(this RoleMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var text = new StringBuilder();
        AddLine(text, matrix.Roles.Select(role => MarkdownCell(role.Title)).Prepend(Header));
        AddLine(text, matrix.Roles.Select(_ => ":---:").Prepend("---"));
        foreach (var row in matrix.Rows)
            AddLine(text, row.Roles.Select(role => role.Value ? "✓" : "").Prepend(MarkdownCell(row.Row)));
        return text.ToString();

        static void AddLine(StringBuilder text, IEnumerable<string> cells) =>
            text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
    }

    /// <summary>Comma-separated values as of RFC 4180: a header, then <c>true</c> or <c>false</c> for each role. Lines end in CR LF.</summary>
    public static string ToCsv(this RoleMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var text = new StringBuilder();
        AddLine(text, matrix.Roles.Select(role => CsvField(role.Title)).Prepend(Header));
        foreach (var row in matrix.Rows)
            AddLine(text, row.Roles.Select(role => role.Value ? "true" : "false").Prepend(CsvField(row.Row)));
        return text.ToString();

        static void AddLine(StringBuilder text, IEnumerable<string> fields) => text.AppendJoin(',', fields).Append("\r\n");
    }

    private static string MarkdownCell(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);

    private static string CsvField(string text) =>
        text.AsSpan().ContainsAny(QuotedInCsv) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
