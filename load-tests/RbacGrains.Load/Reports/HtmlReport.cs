using System.Text;

namespace RbacGrains.Load;

/// <summary>A report as one HTML file that needs no other file and no script, light or dark as its reader has it.</summary>
public static class HtmlReport
{
    /// <summary>Writes it.</summary>
    public static string Write(LoadReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = HtmlPage.Begin($"{report.Title}: {report.Target}", report.Title)
            .Append("<p>").Append(Html.Escape($"Against {report.Target}, begun {report.BegunAt:yyyy-MM-dd HH:mm} UTC.")).Append("</p>\n");
        Summary(text, report);
        foreach (var scenario in report.Scenarios) Scenario(text, scenario);
        HtmlPage.Facts(text, "Where and how", report.Settings.Concat(report.Machine));
        return HtmlPage.End(text);
    }

    private static void Summary(StringBuilder text, LoadReport report)
    {
        if (report.Scenarios.Count < 2) return;
        HtmlPage.Table(text, ["scenario", .. ReportTables.Columns[1..]], report.Scenarios.Select(scenario =>
            (string[])[scenario.Name, .. ReportTables.Figures(scenario).First()[1..]]));
    }

    private static void Scenario(StringBuilder text, ScenarioReport scenario)
    {
        text.Append("<section>\n<h2>").Append(Html.Escape(scenario.Name)).Append("</h2>\n<p>").Append(Html.Escape(scenario.Description))
            .Append("</p>\n<p class=\"soft\">").Append(Html.Escape(ReportTables.Times(scenario))).Append(".</p>\n");
        HtmlPage.Table(text, ReportTables.Columns, ReportTables.Figures(scenario));
        text.Append("<p class=\"soft\">").Append(Html.Escape(ReportTables.Meaning(scenario))).Append("</p>\n");
        if (ReportTables.Data(scenario) is { } data) text.Append("<p>").Append(Html.Escape(data)).Append("</p>\n");
        if (scenario.Total.ErrorCount > 0)
            HtmlPage.Table(text, ["kind of error", "count"], scenario.Total.Errors.Select(error => (string[])[error.Key, Numbers.Count(error.Value)]));
        text.Append("<div class=\"charts\">\n");
        foreach (var chart in ScenarioCharts.Of(scenario)) text.Append(chart.Write());
        text.Append("</div>\n</section>\n");
    }
}
