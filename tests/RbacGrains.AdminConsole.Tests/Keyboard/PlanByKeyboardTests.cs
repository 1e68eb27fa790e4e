using RbacGrains.AdminConsole.Tests.Administration;
using static Microsoft.Playwright.Assertions;

namespace RbacGrains.AdminConsole.Tests.Keyboard;

/// <summary>A change of plan by somebody who has no mouse.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class PlanByKeyboardTests(ConsoleFixture console)
{
    [BrowserFact]
    public async Task A_plan_is_changed_after_a_look_at_what_it_takes()
    {
        await console.Make("keys-plan", "humanloop", "member");
        await console.As("ada@keys-plan", async page =>
        {
            var keys = new Keys(page);
            await keys.Open("/console/keys-plan/plan");
            await keys.Use(AriaRole.Button, "Move here: Free");
            await Expect(page.Locator("#move-title")).ToBeFocusedAsync();
            await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("bob@keys-plan");
            await keys.Use(AriaRole.Button, "Cancel");
            await Expect(page.Locator("#move")).ToHaveCountAsync(0);
            await keys.NotLost();

            await keys.Use(AriaRole.Button, "Move here: Free");
            await keys.Choose(page.GetByLabel("Whoever is Member becomes"), "Admin", "admin");
            await Expect(page.Locator(".affected-members summary").First).ToContainTextAsync("bob@keys-plan");
            await keys.Use(page.Locator(".affected-members summary").First);
            await Expect(page.Locator(".affected-effects").First).ToBeVisibleAsync();
            await keys.Use(AriaRole.Button, "Move to Free");
            await Expect(page.GetByText("Moved to Free")).ToBeVisibleAsync();
            await Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "Free" })).ToContainTextAsync("Current");
            await keys.NotLost();
        });

        var organization = await console.Send(HttpMethod.Get, "/v1/organizations/keys-plan");
        Assert.Equal("free", organization.GetProperty("plan").GetString());
        var bob = await console.Send(HttpMethod.Get, "/v1/organizations/keys-plan/members/bob@keys-plan");
        Assert.Equal("admin", bob.GetProperty("role").GetString());
    }
}
