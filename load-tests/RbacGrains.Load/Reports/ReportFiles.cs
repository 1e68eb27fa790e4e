namespace RbacGrains.Load;

/// <summary>A report in a folder: <c>report.html</c>, <c>report.md</c> and <c>report.json</c>.</summary>
public static class ReportFiles
{
    /// <summary>Writes all three; those that are there are replaced.</summary>
    /// <param name="report">The report.</param>
    /// <param name="folder">Where to; it is made if need be.</param>
    /// <exception cref="IOException">It cannot be written there.</exception>
    public static async Task Write(LoadReport report, string folder)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "report.html"), HtmlReport.Write(report));
        await File.WriteAllTextAsync(Path.Combine(folder, "report.md"), MarkdownReport.Write(report));
        await File.WriteAllTextAsync(Path.Combine(folder, "report.json"), ReportJson.Write(report));
    }
}
