using static Microsoft.Playwright.Assertions;

namespace RbacGrains.AdminConsole.Tests.Administration;

[Collection(ConsoleCollection.Name)]
public sealed class SettingsPageTests(ConsoleFixture console)
{
    [BrowserFact]
    public async Task Settings_are_changed_by_keyboard()
    {
        await console.Make("settings-keys", "letta", "analyst");
        await console.As("ada@settings-keys", async page =>
        {
            await page.GotoAsync("/console/settings-keys/settings");
            // The heading of a page that was opened is focused; keys go to the field only after that.
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();
            await page.GetByLabel("Invitations stay open for (days)").FocusAsync();
            await page.Keyboard.PressAsync("ControlOrMeta+A");
            await page.Keyboard.TypeAsync("21");
            await page.Keyboard.PressAsync("Enter");

            await Expect(page.GetByText("Settings saved")).ToBeVisibleAsync();
            await page.ReloadAsync();
            await Expect(page.GetByLabel("Invitations stay open for (days)")).ToHaveValueAsync("21");
        });
    }

    [BrowserFact]
    public async Task What_somebody_else_saved_meanwhile_is_shown_and_kept()
    {
        await console.Make("settings-two", "letta", "analyst");
        await console.As("ada@settings-two", async page =>
        {
            await page.GotoAsync("/console/settings-two/settings");
            await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Mine");

            using var patch = await console.Api.PatchAsync(new Uri("/v1/organizations/settings-two", UriKind.Relative),
                System.Net.Http.Json.JsonContent.Create(new { settings = new { invitation_days = 30 } }));
            Assert.True(patch.IsSuccessStatusCode, await patch.Content.ReadAsStringAsync());
            await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

            await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Somebody changed this meanwhile");
            await Expect(page.GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync("Mine");
            await Expect(page.GetByLabel("Invitations stay open for (days)")).ToHaveValueAsync("30");
            await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
            await Expect(page.GetByText("Settings saved")).ToBeVisibleAsync();
            await Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        });
    }

    [BrowserFact]
    public async Task What_cannot_be_is_refused_in_plain_words()
    {
        await console.Make("settings-bad", "letta", "analyst");
        await console.As("ada@settings-bad", async page =>
        {
            await page.GotoAsync("/console/settings-bad/settings");
            await page.GetByLabel("E-mail domains that may be invited").FillAsync("not a domain!");
            await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

            await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("This is no domain");
            await Expect(page.GetByLabel("E-mail domains that may be invited")).ToHaveValueAsync("not a domain!");
        });
    }

    [BrowserFact]
    public async Task An_organization_is_deleted_only_once_its_name_is_typed()
    {
        await console.Make("settings-end", "letta", "analyst");
        await console.As("ada@settings-end", async page =>
        {
            await page.GotoAsync("/console/settings-end/settings");
            var delete = page.GetByRole(AriaRole.Button, new() { Name = "Delete the organization" });
            await Expect(delete).ToBeDisabledAsync();
            await page.GetByLabel("To delete it, type its name").FillAsync($"{Tenants.Markup} settings-end");
            await delete.ClickAsync();

            await Expect(page.GetByText("You are not a member of any organization")).ToBeVisibleAsync();
        });
    }
}
