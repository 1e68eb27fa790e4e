using System.Globalization;
using System.Text;

namespace RbacGrains.Benchmarks;

/// <summary>A table of results as Markdown, on the screen and in a file.</summary>
internal sealed class Report(string title, params string[] columns)
{
    private readonly StringBuilder _text = new StringBuilder($"### {title}\n\n| ").AppendJoin(" | ", columns)
        .Append(" |\n|").AppendJoin("|", columns.Select((_, column) => column == 0 ? "---" : "---:")).Append("|\n");

    /// <summary>Adds a row.</summary>
    public void Row(params object[] cells)
    {
        _text.Append("| ").AppendJoin(" | ", cells.Select(Show)).Append(" |\n");
        Console.WriteLine(string.Join(" | ", cells.Select(Show)));
    }

    /// <summary>Adds a sentence behind the table.</summary>
    public void Say(FormattableString sentence) => _text.Append('\n').Append(sentence.ToString(CultureInfo.InvariantCulture)).Append('\n');

    /// <summary>Writes the file.</summary>
    public async Task Write(Settings settings, string file)
    {
        await File.WriteAllTextAsync(Path.Combine(settings.Output, file), _text.ToString());
        Console.WriteLine(_text);
    }

    private static string Show(object cell) => cell switch
    {
        double number when number >= 100 => number.ToString("N0", CultureInfo.InvariantCulture),
        double number => number.ToString("F2", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString("N0", CultureInfo.InvariantCulture),
        _ => $"{cell}",
    };
}
