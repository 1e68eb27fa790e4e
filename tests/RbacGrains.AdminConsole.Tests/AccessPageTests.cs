using static Microsoft.Playwright.Assertions;

namespace RbacGrains.AdminConsole.Tests;

[Collection(ConsoleCollection.Name)]
public sealed class AccessPageTests(ConsoleFixture console)
{
    [BrowserFact]
    public Task A_member_sees_what_they_hold_and_no_administration() => console.As("analyst@acme-letta.example", async page =>
    {
        await page.GotoAsync("/console/acme-letta");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "My access" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link)).ToHaveTextAsync(["My access", "Why?"]);
        var agents = page.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Rowheader, new() { Name = "Agents" }) });
        await Expect(agents.Locator(".chip-held")).ToHaveTextAsync(["read", "message"]);
        await Expect(agents.Locator(".chip-missing")).ToHaveCountAsync(3);
    });

    [BrowserFact]
    public Task The_areas_are_shown_with_their_levels() => console.As("knowledge-editor@acme-agent-studio.example", async page =>
    {
        await page.GotoAsync("/console/acme-agent-studio/access");

        await Expect(LevelOf("FAQs")).ToContainTextAsync("Edit");
        await Expect(LevelOf("Deployments")).ToContainTextAsync("None");

        ILocator LevelOf(string area) => page.GetByRole(AriaRole.Row)
            .Filter(new() { Has = page.GetByRole(AriaRole.Rowheader, new() { Name = area, Exact = true }) }).GetByRole(AriaRole.Cell);
    });

    [BrowserFact]
    public async Task What_is_changed_elsewhere_is_there_after_the_next_navigation()
    {
        await console.Put("/v1/organizations/acme-letta/members/sue", new { role = "analyst" });
        await console.As("sue", async page =>
        {
            await page.GotoAsync("/console/acme-letta/access");
            await Expect(page.GetByRole(AriaRole.Definition).First).ToHaveTextAsync("Analyst");

            await console.Put("/v1/organizations/acme-letta/members/sue", new { role = "editor" });
            await page.GetByRole(AriaRole.Link, new() { Name = "My access" }).ClickAsync();

            await Expect(page.GetByRole(AriaRole.Definition).First).ToHaveTextAsync("Editor");
        });
    }
}
