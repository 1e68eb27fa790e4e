namespace RbacGrains.Load;

/// <summary>Curves as a page that needs no other file.</summary>
internal static class GrowthHtml
{
    /// <summary>Writes it.</summary>
    public static string Write(IEnumerable<GrowthCurve> curves)
    {
        var text = HtmlPage.Begin("Growth", "Growth");
        foreach (var curve in curves)
        {
            text.Append("<section>\n<h2>").Append(Html.Escape(curve.Title)).Append("</h2>\n");
            foreach (var chart in GrowthCharts.Of(curve)) text.Append(chart.Write());
            HtmlPage.Table(text, curve.Columns, curve.Rows());
            foreach (var note in curve.Notes) text.Append("<p>").Append(Html.Escape(note)).Append("</p>\n");
            text.Append("<p class=\"soft\">Load average before and after: ").Append(Html.Escape(curve.LoadAverage)).Append(".</p>\n</section>\n");
        }
        return HtmlPage.End(text);
    }
}
