using System.Globalization;
using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>Audit entries as comma-separated values (RFC 4180).</summary>
internal static class AuditCsv
{
    /// <summary>The names of the columns.</summary>
    public const string Header = "id,at,actor,kind,target,reason,operation_id,before,after\r\n";

    /// <summary>The row of an entry.</summary>
    public static string Row(AuditEntry entry) => string.Join(',',
        Field(entry.Id),
        Field(entry.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)),
        Field(entry.Actor),
        Field(entry.Kind),
        Field(entry.Target),
        Field(entry.Reason),
        Field(entry.OperationId),
        Field(entry.Before),
        Field(entry.After)) + "\r\n";

    // A spreadsheet takes a cell that begins so for a formula, and runs what a stranger wrote as the reason of a change.
    private static string Field(string? value)
    {
        if (string.IsNullOrEmpty(value)) return "";
        var text = value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + value : value;
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
