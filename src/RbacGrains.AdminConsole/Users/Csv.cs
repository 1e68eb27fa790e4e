namespace RbacGrains.AdminConsole;

/// <summary>Comma-separated values (RFC 4180) that a spreadsheet does not take for formulas.</summary>
internal static class Csv
{
    /// <summary>A row with its line end.</summary>
    public static string Row(params ReadOnlySpan<string?> fields)
    {
        var row = new System.Text.StringBuilder();
        for (var index = 0; index < fields.Length; index++)
        {
            if (index > 0) row.Append(',');
            row.Append(Field(fields[index]));
        }

        return row.Append("\r\n").ToString();
    }

    // A cell that begins so is run by spreadsheets, and what it says may be a stranger's.
    private static string Field(string? value)
    {
        if (string.IsNullOrEmpty(value)) return "";
        var text = value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + value : value;
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
