using System.Text.Json;

namespace RbacGrains.AdminConsole.Tests;

/// <summary>Judges a page by axe-core.</summary>
internal static class Accessibility
{
    /// <summary>The same, where axe-core is installed; for pages that a test comes by.</summary>
    public static Task CheckWhereInstalled(IPage page) => File.Exists(Places.Axe) ? Check(page) : Task.CompletedTask;

    /// <summary>Fails on anything serious or critical.</summary>
    public static async Task Check(IPage page)
    {
        // Evaluated by the browser itself, so that the page's own policy for scripts stays as it is.
        await page.EvaluateAsync(await File.ReadAllTextAsync(Places.Axe));
        var findings = await page.EvaluateAsync<JsonElement>(
            "async () => (await axe.run(document)).violations.map(v => ({ id: v.id, impact: v.impact, help: v.help, "
            + "nodes: v.nodes.map(n => n.target.join(' ') + ': ' + n.failureSummary) }))");
        var grave = findings.EnumerateArray()
            .Where(finding => finding.GetProperty("impact").GetString() is "serious" or "critical")
            .Select(finding => $"{finding.GetProperty("id")} ({finding.GetProperty("impact")}): {finding.GetProperty("help")}\n  "
                + string.Join("\n  ", finding.GetProperty("nodes").EnumerateArray().Take(5)));
        Assert.Empty(grave);
    }
}
