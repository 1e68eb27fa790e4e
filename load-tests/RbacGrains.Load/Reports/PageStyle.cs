namespace RbacGrains.Load;

/// <summary>The style sheet of a page.</summary>
internal static class PageStyle
{
    /// <summary>All of it.</summary>
    public const string Text = ChartStyle.Colors + "\n" + ChartStyle.Lines + "\n" + Own;

    private const string Own = """
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
        svg { width: 100%; height: auto; display: block; }
        .key { font-weight: 400; margin-left: 10px; color: var(--soft); }
        .key::before { content: ""; display: inline-block; width: 14px; height: 3px; margin-right: 5px; vertical-align: middle;
          background: var(--color); }
        """;
}
