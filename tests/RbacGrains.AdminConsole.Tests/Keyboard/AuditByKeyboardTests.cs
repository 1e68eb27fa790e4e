using System.Text.RegularExpressions;
using RbacGrains.AdminConsole.Tests.Administration;
using static Microsoft.Playwright.Assertions;

namespace RbacGrains.AdminConsole.Tests.Keyboard;

/// <summary>The log by somebody who has no mouse.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class AuditByKeyboardTests(ConsoleFixture console)
{
    [BrowserFact]
    public async Task The_log_is_filtered_opened_and_exported()
    {
        await console.Make("keys-audit", "agent-studio", "member");
        await console.Put("/v1/organizations/keys-audit/members/bob@keys-audit", new { role = "member", grants = new { knowledge = "edit" } });
        await console.As("ada@keys-audit", async page =>
        {
            var keys = new Keys(page);
            var items = page.Locator(".audit-item");
            await keys.Open("/console/keys-audit/audit");
            await keys.Fill(page.GetByLabel("Of", new() { Exact = true }), "bob@keys-audit");
            await keys.Press("Enter");
            await Expect(page).ToHaveURLAsync(new Regex("target=bob"));
            await Expect(items).ToHaveCountAsync(2);
            await keys.NotLost();
            await keys.Choose(page.GetByLabel("What", new() { Exact = true }), "Member changed", "member.changed");
            await Expect(items).ToHaveCountAsync(1);

            await keys.Use(items.Locator("summary"));
            await Expect(items.GetByLabel("After, as JSON")).ToContainTextAsync("\"knowledge\": \"edit\"");
            await keys.To(items.GetByLabel("After, as JSON"));

            var csv = page.GetByRole(AriaRole.Link, new() { Name = "CSV", Exact = true });
            await keys.To(csv, "Shift+Tab");
            var download = await page.RunAndWaitForDownloadAsync(() => keys.Press("Enter"));
            Assert.Equal("keys-audit-audit.csv", download.SuggestedFilename);
            var lines = await File.ReadAllLinesAsync(await download.PathAsync());
            Assert.Equal(2, lines.Length);
            Assert.Contains("member.changed,bob@keys-audit", lines[1], StringComparison.Ordinal);
            await keys.NotLost();

            await keys.Use(AriaRole.Button, "Clear");
            await Expect(items.Nth(2)).ToBeVisibleAsync();
            await keys.NotLost();
        });
    }

    [BrowserFact]
    public async Task A_day_is_typed()
    {
        await console.Make("keys-day", "letta", "analyst");
        await console.As("ada@keys-day", async page =>
        {
            var keys = new Keys(page);
            await keys.Open("/console/keys-day/audit");
            await keys.To(page.GetByLabel("From", new() { Exact = true }));
            await keys.Type("03142023");
            await Expect(page).ToHaveURLAsync(new Regex("since=2023-03-14$"));
            await Expect(page.GetByLabel("From", new() { Exact = true })).ToHaveValueAsync("2023-03-14");
            await Expect(page.Locator(".audit-item").First).ToBeVisibleAsync();
            await keys.NotLost();
        });
    }
}
