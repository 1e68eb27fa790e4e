using static Microsoft.Playwright.Assertions;

namespace RbacGrains.AdminConsole.Tests.Administration;

[Collection(ConsoleCollection.Name)]
public sealed class ApiKeysPageTests(ConsoleFixture console)
{
    [BrowserFact]
    public async Task A_key_is_made_shown_once_used_and_deleted()
    {
        await console.Make("keys-life", "letta", "analyst");
        await console.As("ada@keys-life", async page =>
        {
            await page.GotoAsync("/console/keys-life/api-keys");
            await page.GetByRole(AriaRole.Button, new() { Name = "New API key" }).First.ClickAsync();
            await Expect(page.GetByLabel("Name", new() { Exact = true })).ToBeFocusedAsync();
            await page.Keyboard.TypeAsync($"{Tenants.Markup} import");
            await page.GetByLabel("Role").SelectOptionAsync("Analyst");
            await page.GetByLabel("Name", new() { Exact = true }).FocusAsync();
            await page.Keyboard.PressAsync("Enter");

            var secret = await page.Locator("#secret").InnerTextAsync();
            Assert.StartsWith("rbac_", secret, StringComparison.Ordinal);
            using (var client = new HttpClient { BaseAddress = console.Address })
            {
                client.DefaultRequestHeaders.Authorization = new System.Net.Http.Headers.AuthenticationHeaderValue("Bearer", secret);
                using var me = await client.GetAsync(new Uri("/v1/me", UriKind.Relative));
                Assert.True(me.IsSuccessStatusCode);
            }

            await page.GetByRole(AriaRole.Button, new() { Name = "I have stored it" }).ClickAsync();
            await Expect(page.Locator("#secret")).ToHaveCountAsync(0);
            await page.ReloadAsync();
            Assert.DoesNotContain(secret, await page.ContentAsync(), StringComparison.Ordinal);

            await page.GetByRole(AriaRole.Button, new() { Name = $"Delete {Tenants.Markup} import" }).ClickAsync();
            var dialog = page.GetByRole(AriaRole.Alertdialog);
            await Expect(dialog).ToContainTextAsync($"Every call with “{Tenants.Markup} import”");
            await Expect(dialog).ToContainTextAsync("It is the last key of the service account");
            await Expect(dialog.Locator("img")).ToHaveCountAsync(0);
            await dialog.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
            await Expect(page.GetByText("There are no API keys")).ToBeVisibleAsync();

            using var refused = new HttpClient { BaseAddress = console.Address };
            refused.DefaultRequestHeaders.Authorization = new System.Net.Http.Headers.AuthenticationHeaderValue("Bearer", secret);
            using var after = await refused.GetAsync(new Uri("/v1/me", UriKind.Relative));
            Assert.Equal(System.Net.HttpStatusCode.Unauthorized, after.StatusCode);
        });
    }

    [BrowserFact]
    public async Task Another_secret_leaves_the_one_before_its_grace()
    {
        await console.Make("keys-rotate", "letta", "analyst");
        await console.As("ada@keys-rotate", async page =>
        {
            await page.GotoAsync("/console/keys-rotate/api-keys");
            await page.GetByRole(AriaRole.Button, new() { Name = "New API key" }).First.ClickAsync();
            await page.GetByLabel("Name", new() { Exact = true }).FillAsync("CI");
            await page.GetByRole(AriaRole.Button, new() { Name = "Make the key" }).ClickAsync();
            var first = await page.Locator("#secret").InnerTextAsync();

            await page.GetByRole(AriaRole.Button, new() { Name = "Give another secret to CI" }).ClickAsync();
            await page.GetByLabel("The secret that programs use now").SelectOptionAsync("Works for 1 more day");
            await page.GetByRole(AriaRole.Button, new() { Name = "Make another secret" }).ClickAsync();

            await Expect(page.Locator("#secret")).Not.ToHaveTextAsync(first);
            await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "CI" })).ToContainTextAsync("secret before until");
        });
    }

    [BrowserFact]
    public Task An_editor_sees_keys_and_makes_them_but_does_not_delete_them() => console.As("editor@acme-letta.example", async page =>
    {
        await page.GotoAsync("/console/acme-letta/api-keys");

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "New API key" }).First).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Delete" })).ToHaveCountAsync(0);
    });
}
