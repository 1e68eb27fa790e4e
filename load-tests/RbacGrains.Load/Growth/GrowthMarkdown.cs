using System.Text;

namespace RbacGrains.Load;

/// <summary>Curves as Markdown.</summary>
internal static class GrowthMarkdown
{
    /// <summary>Writes them.</summary>
    /// <param name="curves">The curves.</param>
    /// <param name="picture">The file with a curve's picture, beside this one.</param>
    public static string Write(IEnumerable<GrowthCurve> curves, Func<GrowthCurve, string> picture)
    {
        var text = new StringBuilder("# Growth\n");
        foreach (var curve in curves)
        {
            text.Append("\n## ").Append(curve.Title).Append("\n\n![").Append(curve.Title).Append("](").Append(picture(curve)).Append(")\n\n");
            Line(text, curve.Columns);
            Line(text, curve.Columns.Select(_ => "---:"));
            foreach (var row in curve.Rows()) Line(text, row);
            foreach (var note in curve.Notes) text.Append('\n').Append(note).Append('\n');
            text.Append("\nLoad average before and after: ").Append(curve.LoadAverage).Append(".\n");
        }
        return text.ToString();
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
