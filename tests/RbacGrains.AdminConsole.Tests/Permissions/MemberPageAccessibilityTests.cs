using static Microsoft.Playwright.Assertions;
using static RbacGrains.AdminConsole.Tests.Permissions.Grids;

namespace RbacGrains.AdminConsole.Tests.Permissions;

/// <summary>axe-core on the member page, in what it can look like.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class MemberPageAccessibilityTests(ConsoleFixture console)
{
    private readonly Grids _grids = new(console);

    [AccessibilityTheory]
    [InlineData(false, 1280)]
    [InlineData(true, 1280)]
    [InlineData(false, 390)]
    [InlineData(true, 390)]
    public async Task Nothing_serious_is_found_in_the_grid(bool dark, int width)
    {
        var user = $"grid-axe-{dark}-{width}".ToLowerInvariant();
        await _grids.Add(user, new { role = "member", grants = new Dictionary<string, string> { ["knowledge"] = "edit", ["knowledge/faqs"] = "edit", ["voice/agent"] = "none", ["voice"] = "read" } });

        await _grids.Use(user, async page =>
        {
            await Level(page, "Knowledge", "Read").ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Expand all" }).ClickAsync();
            await Expect(Row(page, "knowledge/faqs")).ToContainTextAsync("capped");
            await Expect(Changes(page)).ToContainTextAsync("Knowledge");
            await Level(page, "Knowledge, FAQs", "Edit").FocusAsync();
            await Accessibility.Check(page);

            await page.GetByRole(AriaRole.Button, new() { Name = "Effective access" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "In effect now" })).ToBeVisibleAsync();
            await Accessibility.Check(page);
            await page.GetByRole(AriaRole.Button, new() { Name = "Permissions", Exact = true }).ClickAsync();

            await _grids.Add(user, new { role = "member", grants = new { tools = "read" } });
            await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Alertdialog, new() { Name = "Changed by somebody else" })).ToBeVisibleAsync();
            await Accessibility.Check(page);
        }, new VisitOptions { Dark = dark, Width = width });
    }

    [AccessibilityTheory]
    [InlineData("admin@acme-letta.example", "/console/acme-letta/users/editor%40acme-letta.example", false)]
    [InlineData("admin@acme-letta.example", "/console/acme-letta/users/editor%40acme-letta.example", true)]
    [InlineData("knowledge-editor@acme-agent-studio.example", "/console/acme-agent-studio/users/knowledge-editor%40acme-agent-studio.example", false)]
    [InlineData("knowledge-editor@acme-agent-studio.example", "/console/acme-agent-studio/users/knowledge-editor%40acme-agent-studio.example", true)]
    [InlineData(Admin, "/console/acme-agent-studio/users/admin%40acme-agent-studio.example", false)]
    [InlineData(Admin, "/console/acme-agent-studio/users/admin%40acme-agent-studio.example", true)]
    public Task Nothing_serious_is_found_on_other_members_pages(string user, string path, bool dark) => console.As(user, async page =>
    {
        await page.GotoAsync(path);
        await Expect(page.Locator("[data-grid]")).ToBeVisibleAsync();

        await Accessibility.Check(page);
    }, new VisitOptions { Dark = dark });
}
