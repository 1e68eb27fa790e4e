using System.Runtime.CompilerServices;

namespace RbacGrains.Cli;

/// <summary>
/// Reads checks from lines <c>org,user,action[,project]</c>, also as a spreadsheet writes them: with a header, with quotes.
/// Empty lines and lines that begin with <c>#</c> are passed over.
/// </summary>
internal static class CheckLines
{
    private static readonly string[] FirstHeaders = ["org", "organization"];

    /// <summary>The checks, read as they are asked for.</summary>
    /// <exception cref="CliException">A line is no check.</exception>
    public static async IAsyncEnumerable<Check> Read(TextReader reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isFirst = true;
        for (var number = 1; await reader.ReadLineAsync(cancellationToken) is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line) || line.StartsWith('#')) continue;
            // No id contains a comma or a quote, so nothing within quotes needs more care.
            var fields = line.Split(',').Select(field => field.Trim().Trim('"')).ToArray();
            var isHeader = isFirst && FirstHeaders.Contains(fields[0]) && fields.Length > 1 && fields[1] == "user";
            isFirst = false;
            if (!isHeader) yield return Of(fields, number);
        }
    }

    private static Check Of(string[] fields, int number) =>
        fields.Length is 3 or 4 && fields[..3].All(field => field.Length > 0)
            ? new Check(fields[0], fields[1], fields[2], fields.Length == 4 && fields[3].Length > 0 ? fields[3] : null)
            : throw CliErrors.Usage($"Line {number} is no check: a line has to be org,user,action or org,user,action,project.");
}
