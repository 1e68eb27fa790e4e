using Spectre.Console;

namespace RbacGrains.Load;

/// <summary>A scenario's figures as a table on the terminal.</summary>
internal static class ReportTable
{
    /// <summary>Makes the table.</summary>
    public static Table Of(ScenarioReport report)
    {
        var table = new Table().Title(Markup.Escape($"{report.Name}: {ReportTables.Times(report)}"));
        for (var column = 0; column < ReportTables.Columns.Length; column++)
            table.AddColumn(new TableColumn(Markup.Escape(ReportTables.Columns[column])) { Alignment = column == 0 ? Justify.Left : Justify.Right });
        foreach (var row in ReportTables.Figures(report)) table.AddRow([.. row.Select(Markup.Escape)]);
        if (ReportTables.Data(report) is { } data) table.Caption(Markup.Escape(data));
        return table;
    }
}
