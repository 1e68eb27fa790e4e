using static Microsoft.Playwright.Assertions;

namespace RbacGrains.AdminConsole.Tests.Administration;

[Collection(ConsoleCollection.Name)]
public sealed class PlanPageTests(ConsoleFixture console)
{
    [BrowserFact]
    public async Task Whoever_would_be_stranded_is_named_and_given_another_role()
    {
        await console.Make("plan-down", "humanloop", "member");
        await console.As("ada@plan-down", async page =>
        {
            await page.GotoAsync("/console/plan-down/plan");
            await page.GetByRole(AriaRole.Button, new() { Name = "Move here: Free" }).ClickAsync();

            await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("bob@plan-down");
            var move = page.GetByRole(AriaRole.Button, new() { Name = "Move to Free" });
            await Expect(move).ToBeDisabledAsync();
            await page.GetByLabel("Whoever is Member becomes").SelectOptionAsync(new SelectOptionValue { Index = 1 });
            await Expect(move).ToBeEnabledAsync();
            await move.ClickAsync();

            await Expect(page.GetByText("Moved to Free")).ToBeVisibleAsync();
            await Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "Free" })).ToContainTextAsync("Current");
        });
    }

    [BrowserFact]
    public async Task A_larger_plan_shows_what_it_opens_and_to_whom()
    {
        await console.Make("plan-up", "agent-studio", "member", plan: "free");
        await console.As("ada@plan-up", async page =>
        {
            await page.GotoAsync("/console/plan-up/plan");
            await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Studio Assistant" })).ToContainTextAsync("not offered");
            await page.GetByRole(AriaRole.Button, new() { Name = "Move here: Enterprise" }).ClickAsync();

            var affected = page.Locator(".affected-members li").Filter(new() { HasText = "ada@plan-up" });
            await Expect(affected.First).ToContainTextAsync("gains 1");
            await affected.Locator("summary").First.ClickAsync();
            await Expect(affected.First).ToContainTextAsync("Studio assistant: use");
        });
    }
}
