using System.Text;

namespace RbacGrains.Load;

/// <summary>A report as Markdown.</summary>
public static class MarkdownReport
{
    /// <summary>Writes it.</summary>
    public static string Write(LoadReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        text.Append("# ").Append(Escape(report.Title)).Append("\n\nTarget: ").Append(Escape(report.Target)).Append('\n');
        Facts(text, report.Settings.Concat(report.Machine));
        foreach (var scenario in report.Scenarios) Scenario(text, scenario);
        return text.ToString();
    }

    private static void Scenario(StringBuilder text, ScenarioReport scenario)
    {
        text.Append("\n## ").Append(Escape(scenario.Name)).Append("\n\n").Append(Escape(scenario.Description)).Append("\n\n")
            .Append(Escape(ReportTables.Times(scenario))).Append(".\n\n");
        Line(text, ReportTables.Columns);
        Line(text, ReportTables.Columns.Select((_, column) => column == 0 ? "---" : "---:"));
        foreach (var row in ReportTables.Figures(scenario)) Line(text, row.Select(Escape));
        text.Append('\n').Append(ReportTables.Meaning(scenario)).Append('\n');
        if (ReportTables.Data(scenario) is { } data) text.Append('\n').Append(data).Append('\n');
    }

    private static void Facts(StringBuilder text, IEnumerable<Fact> facts)
    {
        text.Append('\n');
        Line(text, ["", ""]);
        Line(text, ["---", "---"]);
        foreach (var fact in facts) Line(text, [Escape(fact.Name), Escape(fact.Value)]);
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    // What Markdown or HTML within it would take for its own.
    private static string Escape(string words)
    {
        var text = new StringBuilder(words.Length);
        foreach (var letter in words)
            text.Append(letter switch
            {
                '\r' or '\n' => " ",
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '|' or '\\' or '`' or '*' or '_' or '[' or ']' or '#' => $"\\{letter}",
                _ => $"{letter}",
            });
        return text.ToString();
    }
}
