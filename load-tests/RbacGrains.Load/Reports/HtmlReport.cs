using System.Text;

namespace RbacGrains.Load;

/// <summary>A report as one HTML file that needs no other file and no script, light or dark as its reader has it.</summary>
public static class HtmlReport
{
    private const string Style = """
        :root { color-scheme: light dark; --back: #ffffff; --card: #f6f7f9; --text: #1b1f24; --soft: #5b6470; --rule: #d9dde3;
          --a: #1f6fd0; --b: #b45309; --c: #c02626; }
        @media (prefers-color-scheme: dark) { :root { --back: #14171b; --card: #1c2026; --text: #e7eaee; --soft: #9aa4b1; --rule: #333a43;
          --a: #6cb0ff; --b: #f0a94a; --c: #ff7b72; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 1040px; padding: 24px; background: var(--back); color: var(--text);
          font: 15px/1.5 system-ui, sans-serif; }
        h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.2rem; margin: 0; }
        section { margin-top: 28px; padding-top: 20px; border-top: 1px solid var(--rule); }
        p { margin: 6px 0; } .soft { color: var(--soft); }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; margin: 12px 0; font-variant-numeric: tabular-nums; }
        th, td { padding: 5px 9px; text-align: right; white-space: nowrap; border-bottom: 1px solid var(--rule); }
        th:first-child, td:first-child { text-align: left; } th { color: var(--soft); font-weight: 600; }
        td.bad { color: var(--c); font-weight: 600; white-space: normal; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 16px; margin: 12px 0; }
        dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
        .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 400px), 1fr)); gap: 16px; margin-top: 12px; }
        figure { margin: 0; padding: 12px; background: var(--card); border-radius: 8px; }
        figcaption { font-size: .85rem; font-weight: 600; margin-bottom: 4px; }
        svg { width: 100%; height: auto; display: block; } svg text { fill: var(--soft); font-size: 11px; }
        .grid { stroke: var(--rule); stroke-width: 1; } .line { fill: none; stroke-width: 2; stroke-linejoin: round; }
        .a { --color: var(--a); } .b { --color: var(--b); } .c { --color: var(--c); }
        .line { stroke: var(--color); } circle { fill: var(--color); } .b.line { stroke-dasharray: 6 3; }
        .key { font-weight: 400; margin-left: 10px; color: var(--soft); }
        .key::before { content: ""; display: inline-block; width: 14px; height: 3px; margin-right: 5px; vertical-align: middle;
          background: var(--color); }
        """;

    /// <summary>Writes it.</summary>
    public static string Write(LoadReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
            .Append("<title>").Append(Html.Escape($"{report.Title}: {report.Target}")).Append("</title>\n<style>\n").Append(Style)
            .Append("\n</style>\n</head>\n<body>\n<main>\n<h1>").Append(Html.Escape(report.Title)).Append("</h1>\n<p>")
            .Append(Html.Escape($"Against {report.Target}, begun {report.BegunAt:yyyy-MM-dd HH:mm} UTC.")).Append("</p>\n");
        Summary(text, report);
        foreach (var scenario in report.Scenarios) Scenario(text, scenario);
        text.Append("<section>\n<h2>Where and how</h2>\n<dl>");
        foreach (var fact in report.Settings.Concat(report.Machine))
            text.Append("<dt>").Append(Html.Escape(fact.Name)).Append("</dt><dd>").Append(Html.Escape(fact.Value)).Append("</dd>");
        return text.Append("</dl>\n</section>\n</main>\n</body>\n</html>\n").ToString();
    }

    private static void Summary(StringBuilder text, LoadReport report)
    {
        if (report.Scenarios.Count < 2) return;
        Table(text, ["scenario", .. ReportTables.Columns[1..]], report.Scenarios.Select(scenario =>
            (string[])[scenario.Name, .. ReportTables.Figures(scenario).First()[1..]]));
    }

    private static void Scenario(StringBuilder text, ScenarioReport scenario)
    {
        text.Append("<section>\n<h2>").Append(Html.Escape(scenario.Name)).Append("</h2>\n<p>").Append(Html.Escape(scenario.Description))
            .Append("</p>\n<p class=\"soft\">").Append(Html.Escape(ReportTables.Times(scenario))).Append(".</p>\n");
        Table(text, ReportTables.Columns, ReportTables.Figures(scenario));
        text.Append("<p class=\"soft\">").Append(Html.Escape(ReportTables.Meaning(scenario))).Append("</p>\n");
        if (ReportTables.Data(scenario) is { } data) text.Append("<p>").Append(Html.Escape(data)).Append("</p>\n");
        if (scenario.Total.ErrorCount > 0)
            Table(text, ["kind of error", "count"], scenario.Total.Errors.Select(error => (string[])[error.Key, Numbers.Count(error.Value)]));
        text.Append("<div class=\"charts\">\n");
        foreach (var chart in ScenarioCharts.Of(scenario)) text.Append(chart.Write());
        text.Append("</div>\n</section>\n");
    }

    private static void Table(StringBuilder text, string[] columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        text.Append("<div class=\"wide\"><table><thead><tr>");
        foreach (var column in columns) text.Append("<th scope=\"col\">").Append(Html.Escape(column)).Append("</th>");
        text.Append("</tr></thead><tbody>\n");
        foreach (var row in rows)
        {
            text.Append("<tr>");
            for (var cell = 0; cell < row.Count; cell++)
                text.Append(columns[cell] == "errors" && row[cell] != "none" ? "<td class=\"bad\">" : "<td>").Append(Html.Escape(row[cell])).Append("</td>");
            text.Append("</tr>\n");
        }
        text.Append("</tbody></table></div>\n");
    }
}
