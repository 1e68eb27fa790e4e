using System.Text.RegularExpressions;
using RbacGrains.AdminConsole.Tests.Administration;
using static Microsoft.Playwright.Assertions;

namespace RbacGrains.AdminConsole.Tests.Keyboard;

/// <summary>What is around every page, by somebody who has no mouse.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class FrameByKeyboardTests(ConsoleFixture console)
{
    private const string Admin = "admin@acme-letta.example";
    private const string AccessPage = "/console/acme-letta/access";

    [BrowserFact]
    public async Task An_organization_is_chosen_and_changed_for_another()
    {
        await console.Put("/v1/organizations/acme-letta/members/keys-wanda", new { role = "analyst" });
        await console.Put("/v1/organizations/acme-humanloop/members/keys-wanda", new { role = "member" });
        await console.As("keys-wanda", async page =>
        {
            var keys = new Keys(page);
            await keys.Open("/console");
            await keys.Use(page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Acme Agents" }));
            await Expect(page).ToHaveURLAsync(new Regex("/console/acme-letta/access$"));
            await IsAt(page, "My access");

            await keys.To(Switcher(page), "Shift+Tab");
            await keys.Press("Enter");
            await keys.Use(page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = "Acme Prompts" }));
            await Expect(page).ToHaveURLAsync(new Regex("/console/acme-humanloop/access$"));
            await Expect(page.GetByText("What you hold in Acme Prompts at this moment.")).ToBeVisibleAsync();
            await IsAt(page, "My access");

            await keys.To(Switcher(page), "Shift+Tab");
            await keys.Press("Enter");
            await keys.To(AriaRole.Link, "All organizations");
            await keys.Press("Escape");
            await Expect(Switcher(page)).ToBeFocusedAsync();
            await Expect(page.GetByRole(AriaRole.Link, new() { Name = "All organizations" })).ToBeHiddenAsync();
            await keys.Press("Enter");
            await keys.Use(AriaRole.Link, "All organizations");
            await IsAt(page, "Organizations");
        });
    }

    [BrowserFact]
    public Task The_navigation_leads_to_pages_and_can_be_skipped() => console.As(Admin, async page =>
    {
        var keys = new Keys(page);
        await keys.Open(AccessPage);
        foreach (var title in new[] { "Users", "Roles", "Why?", "Audit", "Plan" })
        {
            var link = page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = title, Exact = true });
            await keys.To(link, "Shift+Tab");
            await keys.Press("Enter");
            await IsAt(page, title);
        }

        await keys.To(AriaRole.Link, "Skip to the content", "Shift+Tab");
        await keys.Press("Enter");
        await Expect(page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
    });

    [BrowserFact]
    public Task On_a_phone_the_menu_opens_and_closes() => console.As(Admin, async page =>
    {
        var keys = new Keys(page);
        var menu = page.GetByRole(AriaRole.Button, new() { Name = "Menu" });
        var link = page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Roles" });
        await keys.Open(AccessPage);
        await keys.To(menu, "Shift+Tab");
        await keys.Press("Enter");
        await Expect(link).ToBeVisibleAsync();
        await keys.To(link);
        await keys.Press("Escape");
        await Expect(link).ToBeHiddenAsync();
        await Expect(menu).ToBeFocusedAsync();

        await keys.Press("Enter");
        await Expect(link).ToBeVisibleAsync();
        await keys.Press("Enter");
        await Expect(link).ToBeHiddenAsync();
        await Expect(menu).ToBeFocusedAsync();

        await keys.Press("Space");
        await keys.Use(link);
        await Expect(link).ToBeHiddenAsync();
        await IsAt(page, "Roles");
    }, VisitOptions.Phone);

    [BrowserFact]
    public Task The_theme_is_chosen() => console.As(Admin, async page =>
    {
        var keys = new Keys(page);
        await keys.Open(AccessPage);
        await keys.To(Account(page), "Shift+Tab");
        await keys.Press("Enter");
        await keys.Use(AriaRole.Button, "Dark", "Space");
        await Expect(page.Locator("body")).ToHaveCSSAsync("background-color", "rgb(15, 17, 21)");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Dark" })).ToHaveAttributeAsync("aria-pressed", "true");
        await keys.To(AriaRole.Button, "Light", "Shift+Tab");
        await keys.Press("Enter");
        await Expect(page.Locator("body")).Not.ToHaveCSSAsync("background-color", "rgb(15, 17, 21)");
        await keys.Press("Escape");
        await Expect(Account(page)).ToBeFocusedAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Dark" })).ToBeHiddenAsync();
    });

    [BrowserFact]
    public Task Signing_out_is_done() => console.As(Admin, async page =>
    {
        var keys = new Keys(page);
        await keys.Open(AccessPage);
        await keys.To(Account(page), "Shift+Tab");
        await keys.Press("Enter");
        await keys.Use(AriaRole.Button, "Sign out");
        await Expect(page).ToHaveURLAsync(new Regex("/signin"));
        var answer = await page.Context.APIRequest.GetAsync("/console/session", new() { Headers = [KeyValuePair.Create("Accept", "application/json")] });
        Assert.Equal(401, answer.Status);
    });

    [BrowserFact]
    public async Task A_message_is_dismissed()
    {
        await console.Make("keys-message", "letta", "analyst");
        await console.As("ada@keys-message", async page =>
        {
            var keys = new Keys(page);
            await keys.Open("/console/keys-message/plan");
            await keys.Use(AriaRole.Button, "Move here: Free");
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Move to Free" })).ToBeEnabledAsync();
            // What was shown as the consequence is no longer what it would be, which a message says for some time.
            await console.Put("/v1/organizations/keys-message/roles/own", new { title = "Own", based_on = "analyst" });
            await keys.Use(AriaRole.Button, "Move to Free");
            var message = page.Locator(".rz-notification-item");
            await Expect(message).ToBeVisibleAsync();
            await keys.Press("Escape");
            await Expect(message).ToHaveCountAsync(0, new() { Timeout = 5_000 });
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Move to Free" })).ToBeFocusedAsync();
        });
    }

    private static Task IsAt(IPage page, string title) =>
        Expect(page.GetByRole(AriaRole.Heading, new() { Name = title, Level = 1, Exact = true })).ToBeFocusedAsync();

    private static ILocator Switcher(IPage page) => page.Locator(".switcher > summary");

    private static ILocator Account(IPage page) => page.Locator(".user-menu > summary");
}
