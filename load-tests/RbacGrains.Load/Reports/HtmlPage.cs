using System.Text;

namespace RbacGrains.Load;

/// <summary>What every page has: its head, tables and facts.</summary>
internal static class HtmlPage
{
    /// <summary>Begins a page.</summary>
    public static StringBuilder Begin(string name, string title) =>
        new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
            .Append("<title>").Append(Html.Escape(name)).Append("</title>\n<style>\n").Append(PageStyle.Text)
            .Append("\n</style>\n</head>\n<body>\n<main>\n<h1>").Append(Html.Escape(title)).Append("</h1>\n");

    /// <summary>Adds a section of facts.</summary>
    public static void Facts(StringBuilder text, string title, IEnumerable<Fact> facts)
    {
        text.Append("<section>\n<h2>").Append(Html.Escape(title)).Append("</h2>\n<dl>");
        foreach (var fact in facts)
            text.Append("<dt>").Append(Html.Escape(fact.Name)).Append("</dt><dd>").Append(Html.Escape(fact.Value)).Append("</dd>");
        text.Append("</dl>\n</section>\n");
    }

    /// <summary>Ends a page.</summary>
    public static string End(StringBuilder text) => text.Append("</main>\n</body>\n</html>\n").ToString();

    /// <summary>Adds a table.</summary>
    public static void Table(StringBuilder text, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
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
