using System.Net;
using System.Net.Http.Headers;
using RbacGrains.AdminConsole.Tests.Administration;
using static Microsoft.Playwright.Assertions;

namespace RbacGrains.AdminConsole.Tests.Keyboard;

/// <summary>API keys by somebody who has no mouse.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class ApiKeysByKeyboardTests(ConsoleFixture console)
{
    [BrowserFact]
    public async Task A_key_is_made_seen_once_given_another_secret_and_deleted()
    {
        await console.Make("keys-keys", "letta", "analyst");
        await console.As("ada@keys-keys", async page =>
        {
            var keys = new Keys(page);
            var secret = page.Locator("#secret");
            await keys.Open("/console/keys-keys/api-keys");
            await keys.Use(page.GetByRole(AriaRole.Button, new() { Name = "New API key" }).First);
            await Expect(page.GetByLabel("Name", new() { Exact = true })).ToBeFocusedAsync();
            await keys.Type("Nightly import");
            await keys.Choose(page.GetByLabel("Role"), "Editor", "editor");
            await keys.Choose(page.GetByLabel("Expires"), "In 30", "30d");
            await keys.Use(AriaRole.Button, "Make the key");
            await Expect(page.Locator("#secret-title")).ToBeFocusedAsync();
            var first = await secret.InnerTextAsync();
            Assert.Equal(HttpStatusCode.OK, await Answer(first));
            await keys.Use(page.Locator("[data-copy]"));
            await keys.NotLost();
            await keys.Use(AriaRole.Button, "I have stored it");
            await Expect(secret).ToHaveCountAsync(0);
            await keys.NotLost();
            var made = await Only();
            Assert.Equal("Nightly import", made.GetProperty("name").GetString());

            await keys.Use(AriaRole.Button, "Give another secret to Nightly import");
            await Expect(page.GetByLabel("The secret that programs use now")).ToBeFocusedAsync();
            await keys.Choose(page.GetByLabel("The secret that programs use now"), "Stops", "0");
            await keys.Use(AriaRole.Button, "Make another secret");
            await Expect(page.Locator("#secret-title")).ToBeFocusedAsync();
            var second = await secret.InnerTextAsync();
            Assert.Equal(HttpStatusCode.Unauthorized, await Answer(first));
            Assert.Equal(HttpStatusCode.OK, await Answer(second));
            await keys.Use(AriaRole.Button, "I have stored it");
            await Expect(secret).ToHaveCountAsync(0);
            await keys.NotLost();

            var delete = page.GetByRole(AriaRole.Button, new() { Name = "Delete Nightly import" });
            var dialog = page.GetByRole(AriaRole.Alertdialog);
            await keys.Use(delete);
            await Expect(dialog.Locator(":focus")).ToHaveCountAsync(1);
            await keys.Press("Escape");
            await Expect(dialog).ToHaveCountAsync(0);
            await Expect(delete).ToBeFocusedAsync();

            await keys.Press("Enter");
            await Expect(dialog.Locator(":focus")).ToHaveCountAsync(1);
            await keys.Use(dialog.GetByRole(AriaRole.Button, new() { Name = "Delete" }));
            await Expect(page.GetByText("There are no API keys")).ToBeVisibleAsync();
            await keys.NotLost();
            Assert.Equal(HttpStatusCode.Unauthorized, await Answer(second));
        });
    }

    private async Task<System.Text.Json.JsonElement> Only() => Assert.Single(
        (await console.Send(HttpMethod.Get, "/v1/organizations/keys-keys/api_keys")).GetProperty("items").EnumerateArray());

    // What the API says to whoever has the secret.
    private async Task<HttpStatusCode> Answer(string secret)
    {
        using var client = new HttpClient { BaseAddress = console.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        using var answer = await client.GetAsync(new Uri("/v1/me", UriKind.Relative));
        return answer.StatusCode;
    }
}
