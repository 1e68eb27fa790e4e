using static Microsoft.Playwright.Assertions;

namespace RbacGrains.AdminConsole.Tests.Administration;

[Collection(ConsoleCollection.Name)]
public sealed class AuditPageTests(ConsoleFixture console)
{
    [BrowserFact]
    public async Task Changes_are_told_in_words_with_their_reason_and_raw_json()
    {
        await console.Make("audit-words", "agent-studio", "member");
        await console.Put("/v1/organizations/audit-words/members/bob@audit-words", new { role = "member", grants = new { knowledge = "edit" }, email = "bob@example.com" });
        await console.As("ada@audit-words", async page =>
        {
            await page.GotoAsync("/console/audit-words/audit");

            await Expect(page.Locator(".audit-text", new() { HasText = "The service added bob@audit-words as a Member" })).ToBeVisibleAsync();
            await Expect(page.Locator(".audit-text", new() { HasText = $"The service created “{Tenants.Markup} audit-words” on the plan Enterprise, owned by ada@audit-words" })).ToBeVisibleAsync();
            var changed = page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "changed what bob@audit-words holds" });
            await Expect(changed).ToContainTextAsync("Knowledge");
            await changed.GetByText("Details").FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await Expect(changed.GetByLabel("After, as JSON")).ToContainTextAsync("\"knowledge\": \"edit\"");
        });
    }

    [BrowserFact]
    public async Task Filters_stay_in_the_address_and_hold_for_the_export()
    {
        await console.Make("audit-filters", "letta", "analyst");
        await console.As("ada@audit-filters", async page =>
        {
            await page.GotoAsync("/console/audit-filters/audit");
            await page.GetByLabel("What").SelectOptionAsync("Member added");
            await page.GetByLabel("Of").FillAsync("bob@audit-filters");
            await page.Keyboard.PressAsync("Tab");

            await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("kind=member.added.*target=bob|target=bob.*kind=member.added"));
            await Expect(page.Locator(".audit-item")).ToHaveCountAsync(1);
            var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "CSV", Exact = false }).First.ClickAsync());
            Assert.Equal("audit-filters-audit.csv", download.SuggestedFilename);
            var lines = await File.ReadAllLinesAsync(await download.PathAsync());
            Assert.Equal(2, lines.Length);
            Assert.Contains("member.added,bob@audit-filters", lines[1], StringComparison.Ordinal);

            await page.GetByRole(AriaRole.Button, new() { Name = "Clear" }).ClickAsync();
            await Expect(page.Locator(".audit-item")).Not.ToHaveCountAsync(1);
        });
    }

    [BrowserFact]
    public Task Nothing_that_matches_says_what_to_do() => console.As("admin@acme-letta.example", async page =>
    {
        await page.GotoAsync("/console/acme-letta/audit?actor=nobody-at-all");

        await Expect(page.GetByText("No change matches")).ToBeVisibleAsync();
    });
}
