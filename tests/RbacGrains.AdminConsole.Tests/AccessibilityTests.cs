using static Microsoft.Playwright.Assertions;

namespace RbacGrains.AdminConsole.Tests;

[Collection(ConsoleCollection.Name)]
public sealed class AccessibilityTests(ConsoleFixture console)
{
    public static TheoryData<string, string, bool> Pages
    {
        get
        {
            var pages = new TheoryData<string, string, bool>();
            foreach (var dark in new[] { false, true })
            {
                pages.Add("nobody", "/console", dark);
                pages.Add("analyst@acme-letta.example", "/console/acme-letta/access", dark);
                pages.Add("knowledge-editor@acme-agent-studio.example", "/console/acme-agent-studio/access", dark);
                pages.Add("analyst@acme-letta.example", "/console/no-such-organization", dark);
            }

            return pages;
        }
    }

    [AccessibilityTheory]
    [MemberData(nameof(Pages))]
    public Task Nothing_serious_is_found(string user, string path, bool dark) => console.As(user, async page =>
    {
        await page.GotoAsync(path);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();

        await Accessibility.Check(page);
    }, new VisitOptions { Dark = dark });

    [AccessibilityTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_serious_is_found_among_the_cards_and_in_the_menus(bool dark)
    {
        await console.Put("/v1/organizations/acme-letta/members/wanda", new { role = "analyst" });
        await console.Put("/v1/organizations/acme-humanloop/members/wanda", new { role = "member" });
        await console.As("wanda", async page =>
        {
            await page.GotoAsync("/console");
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
            await Accessibility.Check(page);

            await page.GotoAsync("/console/acme-letta/access");
            await page.Locator("summary", new() { HasText = "Acme Agents" }).ClickAsync();
            await Accessibility.Check(page);
            await page.Locator("summary", new() { HasText = "wanda" }).ClickAsync();
            await Accessibility.Check(page);
        }, new VisitOptions { Dark = dark });
    }
}
