using System.Text;

namespace RbacGrains.Load;

/// <summary>Charts below one another as one SVG file, which needs no page around it and is light or dark as its reader has it.</summary>
internal static class ChartPicture
{
    private const double Padding = 16;
    private const double TitleHeight = 26;
    private const double KeyHeight = 18;

    /// <summary>Writes it.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="charts">The charts, at least one.</param>
    public static string Write(string title, IReadOnlyList<Chart> charts)
    {
        var width = charts.Max(chart => chart.Width) + (2 * Padding);
        var body = new StringBuilder();
        var y = Padding + TitleHeight;
        foreach (var chart in charts)
        {
            foreach (var line in chart.Lines)
            {
                Key(body, line, y);
                y += KeyHeight;
            }
            body.Append($"<svg x=\"{Numbers.Place(Padding)}\" y=\"{Numbers.Place(y)}\" width=\"{Numbers.Place(chart.Width)}\" height=\"{Numbers.Place(chart.Height)}\" overflow=\"visible\">");
            chart.Draw(body);
            body.Append("</svg>\n");
            y += chart.Height + Padding;
        }
        var (w, h) = (Numbers.Place(width), Numbers.Place(y));
        return new StringBuilder($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" role=\"img\" ")
            .Append("font-family=\"system-ui, sans-serif\" aria-label=\"").Append(Html.Escape(string.Join("; ", charts.Select(chart => chart.Summary()))))
            .Append("\">\n<style>\n").Append(ChartStyle.Colors).Append('\n').Append(ChartStyle.Lines)
            .Append("\n.back { fill: var(--back); } svg .title { fill: var(--text); font-size: 14px; font-weight: 600; }\n</style>\n")
            .Append($"<rect class=\"back\" width=\"{w}\" height=\"{h}\"/>\n<text class=\"title\" x=\"{Numbers.Place(Padding)}\" y=\"{Numbers.Place(Padding + 10)}\">")
            .Append(Html.Escape(title)).Append("</text>\n").Append(body).Append("</svg>\n").ToString();
    }

    private static void Key(StringBuilder text, ChartLine line, double y)
    {
        var middle = Numbers.Place(y);
        text.Append($"<line class=\"line {line.Color}\" x1=\"{Numbers.Place(Padding)}\" x2=\"{Numbers.Place(Padding + 28)}\" y1=\"{middle}\" y2=\"{middle}\"/>")
            .Append($"<text x=\"{Numbers.Place(Padding + 36)}\" y=\"{middle}\" dominant-baseline=\"middle\">").Append(Html.Escape(line.Name)).Append("</text>\n");
    }
}
