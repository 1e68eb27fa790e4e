using static Microsoft.Playwright.Assertions;

namespace RbacGrains.AdminConsole.Tests.Administration;

[Collection(ConsoleCollection.Name)]
public sealed class WhyPageTests(ConsoleFixture console)
{
    [BrowserFact]
    public async Task A_question_is_asked_by_keyboard_and_answered_with_what_would_change_it()
    {
        await console.Make("why-keys", "letta", "analyst");
        await console.As("ada@why-keys", async page =>
        {
            await page.GotoAsync("/console/why-keys/why");
            // The heading of a page that was opened is focused; keys go to the field only after that.
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();
            await page.GetByRole(AriaRole.Combobox, new() { Name = "Who" }).FocusAsync();
            await page.Keyboard.TypeAsync("bob");
            await Expect(page.GetByRole(AriaRole.Option, new() { Name = "bob@why-keys" })).ToBeVisibleAsync();
            await page.Keyboard.PressAsync("Enter");
            await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("user=bob"));

            await page.GetByRole(AriaRole.Combobox, new() { Name = "May do what" }).FocusAsync();
            await page.Keyboard.TypeAsync("create agents");
            await Expect(page.GetByRole(AriaRole.Option).First).ToContainTextAsync("Agents: create");
            await page.Keyboard.PressAsync("Enter");

            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Denied" })).ToBeVisibleAsync();
            await Expect(page.GetByText("Neither role Analyst nor any grant gives “Agents: create”.")).ToBeVisibleAsync();
            var remedies = page.GetByRole(AriaRole.Region, new() { Name = "What would allow it" }).GetByRole(AriaRole.Link);
            await Expect(remedies).ToContainTextAsync(["Grant Agents: create", "Make bob@why-keys an Editor", "Make bob@why-keys an Admin"]);
            await Expect(remedies.First).ToHaveAttributeAsync("href", "/console/why-keys/users/bob%40why-keys");
            await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Who can?" }).GetByRole(AriaRole.Link)).ToContainTextAsync(["ada@why-keys"]);
        });
    }

    [BrowserFact]
    public async Task A_remedy_does_what_it_says()
    {
        await console.Make("why-done", "letta", "analyst");
        await console.As("ada@why-done", async page =>
        {
            await page.GotoAsync("/console/why-done/why?user=bob@why-done&action=agents:create");
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Denied" })).ToBeVisibleAsync();

            await console.Put("/v1/organizations/why-done/members/bob@why-done", new { role = "editor" });
            await page.ReloadAsync();

            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Allowed" })).ToBeVisibleAsync();
            await Expect(page.GetByRole(AriaRole.Region, new() { Name = "What would take it away" })).ToContainTextAsync("Make bob@why-done an Analyst");
        });
    }

    [BrowserFact]
    public Task The_cap_of_a_sub_area_is_told_as_a_chain() => console.As("admin@acme-agent-studio.example", async page =>
    {
        await page.GotoAsync("/console/acme-agent-studio/why?user=read-only-reviewer@acme-agent-studio.example&action=knowledge/faqs@edit");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Denied" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "What led to it" })).ToContainTextAsync("Knowledge: Read");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "What would allow it" }))
            .ToContainTextAsync("Grant Knowledge › FAQs: Edit (needs Knowledge: Edit)");
    });

    [BrowserFact]
    public Task Whoever_may_not_read_members_asks_about_themselves() => console.As("analyst@acme-letta.example", async page =>
    {
        await page.GotoAsync("/console/acme-letta/why?user=admin@acme-letta.example&action=agents:create");

        await Expect(page.GetByText("You, analyst@acme-letta.example")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Denied" })).ToBeVisibleAsync();
        await Expect(page.GetByText("As Analyst you cannot change this yourself. Ask an administrator.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Who can?" })).ToHaveCountAsync(0);
    });

    [BrowserTheory]
    [InlineData("user=a%20b&action=agents:create", "is no id")]
    [InlineData("user=bob&action=agents:explode", "has no action")]
    [InlineData("user=bob&action=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", "has no action")]
    [InlineData("user=bob&action=agents:create&project=..", "is no id")]
    public Task A_forged_question_gets_a_plain_answer(string query, string answer) => console.As("admin@acme-letta.example", async page =>
    {
        await page.GotoAsync($"/console/acme-letta/why?{query}");

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(answer);
        await Expect(page.Locator("main img")).ToHaveCountAsync(0);
    });
}
