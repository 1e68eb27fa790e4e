using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace RbacGrains.AdminConsole.Tests;

[Collection(ConsoleCollection.Name)]
public sealed class InvitingTests(ConsoleFixture console)
{
    [BrowserFact]
    public async Task Somebody_is_invited_accepts_and_holds_what_was_promised()
    {
        await Organization("joining");
        var link = "";
        await console.As("boss@joining.example", async page =>
        {
            await page.GotoAsync("/console/joining/invite");
            await page.GetByLabel("E-mail addresses").FillAsync("Ada Lovelace <Ada@joining.example>; bad\nboss@joining.example, ADA@joining.example");
            await page.GetByLabel("Role", new() { Exact = true }).SelectOptionAsync("editor");
            await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "1 person will be invited" })).ToBeVisibleAsync();
            await Expect(page.GetByText("There is no @ in it.")).ToBeVisibleAsync();
            await Expect(page.GetByText("1 is a member already and left out")).ToBeVisibleAsync();
            await Expect(page.GetByText("1 came more than once and is counted once.")).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Make 1 invitation" }).ClickAsync();
            link = await page.GetByLabel("Link for Ada@joining.example", new() { Exact = true }).InputValueAsync();

            await page.GotoAsync("/console/joining/users?status=pending");
            await Expect(page.Locator(".people tbody tr")).ToHaveTextAsync([new Regex("Ada@joining.example.*Editor.*Pending")]);
        });

        await console.As("ada@joining.example", async page =>
        {
            await page.GotoAsync(link);
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Join The joining" })).ToBeVisibleAsync();
            Assert.EndsWith("/console/invitation", page.Url, StringComparison.Ordinal);
            await Expect(page.Locator(".offer-text")).ToContainTextAsync("boss@joining.example invites you");
            await Expect(page.Locator(".offer-list")).ToContainTextAsync("essage agents", new() { IgnoreCase = true });
            await Accessibility.CheckWhereInstalled(page);
            await page.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Welcome to The joining" })).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "Open The joining" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        });

        var check = await console.Send(HttpMethod.Post, "/v1/check", new { organization = "joining", user = "ada@joining.example", action = "agents:create" });
        Assert.True(check.GetProperty("allowed").GetBoolean());
    }

    [BrowserFact]
    public async Task Whoever_is_not_signed_in_is_asked_to_and_comes_back_without_the_token_in_the_address()
    {
        var token = await Invited("asked", "ada@asked.example");
        await console.As("somebody", async page =>
        {
            await page.Context.ClearCookiesAsync();
            var seen = new List<string>();
            page.FrameNavigated += (_, frame) => seen.Add(frame.Url);
            await page.GotoAsync(Link(token));
            await page.GetByLabel("User").FillAsync("ada@asked.example");
            await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Join The asked" })).ToBeVisibleAsync();
            Assert.DoesNotContain(seen, url => url.Contains(token[..12], StringComparison.Ordinal));
            Assert.DoesNotContain(token, await page.EvaluateAsync<string>("document.cookie"), StringComparison.Ordinal);
        });
    }

    [BrowserFact]
    public async Task Every_dead_end_says_what_to_do()
    {
        var revoked = await Invited("ends", "ada@ends.example");
        var declined = await Invited("ends", "ada@ends.example");
        var used = await Invited("ends", "ada@ends.example");
        var second = await Invited("ends", "ada@ends.example");
        var resent = await Invited("ends", "ada@ends.example");
        var promised = await Invited("ends", "zoe@ends.example", by: "mo@ends.example");
        await Change(revoked, "revoke");
        await Change(resent, "resend");
        await Answer(declined, "decline", "ada@ends.example");

        await End("mallory@evil.example", used, "The invitation is for another address", "Sign in as somebody else");
        await End("ada", used, "Your address is not proved", "Sign in as somebody else");
        await End("ada@ends.example", revoked, "The invitation was taken back");
        await End("ada@ends.example", declined, "The invitation was declined");
        await End("ada@ends.example", resent, "This link does not work");
        await End("ada@ends.example", "garbled", "This link does not work");
        await End("ada@ends.example", new string('x', 2000), "This link does not work");
        await End("ada@ends.example", "", "This link does not work");

        await Answer(used, "accept", "ada@ends.example");
        await End("ada@ends.example", used, "You have accepted this invitation", "Open The ends");
        await End("eve@evil.example", used, "The invitation was used");
        await End("ada@ends.example", second, "You are a member of The ends already", "Decline the invitation");

        await console.Put("/v1/organizations/ends/members/mo@ends.example", new { role = "analyst" });
        await console.As("zoe@ends.example", async page =>
        {
            await page.GotoAsync(Link(promised));
            await page.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The invitation promises too much" })).ToBeVisibleAsync();
        });

        await console.As("ada@ends.example", async page =>
        {
            await page.GotoAsync("/console/invitation");
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "No invitation is open here" })).ToBeVisibleAsync();
        });
        await console.Send(HttpMethod.Delete, "/v1/organizations/ends");
        await End("ada@ends.example", second, "The organization is gone");
    }

    [BrowserFact]
    public async Task Declining_ends_it()
    {
        var token = await Invited("declining", "ada@declining.example");
        await console.As("ada@declining.example", async page =>
        {
            await page.GotoAsync(Link(token));
            await page.GetByRole(AriaRole.Button, new() { Name = "Decline" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "You have declined" })).ToBeVisibleAsync();
        });
        await console.As("boss@declining.example", async page =>
        {
            await page.GotoAsync("/console/declining/invitations?status=declined");
            await Expect(page.Locator(".people tbody tr")).ToHaveTextAsync([new Regex("ada@declining.example.*Declined")]);
        });
    }

    [BrowserFact]
    public async Task A_new_link_replaces_the_old_one_and_revoking_asks_first()
    {
        var token = await Invited("again", "ada@again.example");
        var link = "";
        await console.As("boss@again.example", async page =>
        {
            await page.GotoAsync("/console/again/invitations");
            await page.GetByRole(AriaRole.Button, new() { Name = "New link for ada@again.example" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Make a new link" }).ClickAsync();
            link = await page.GetByLabel("Link for ada@again.example", new() { Exact = true }).InputValueAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        });
        await End("ada@again.example", token, "This link does not work");
        await console.As("ada@again.example", async page =>
        {
            await page.GotoAsync(link);
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Join The again" })).ToBeVisibleAsync();
        });
        await console.As("boss@again.example", async page =>
        {
            await page.GotoAsync("/console/again/invitations");
            await page.GetByRole(AriaRole.Button, new() { Name = "Revoke the invitation of ada@again.example" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Revoke", Exact = true }).Last.ClickAsync();
            await Expect(page.GetByText("No invitation is pending")).ToBeVisibleAsync();
        });
        await console.As("ada@again.example", async page =>
        {
            await page.GotoAsync(link);
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The invitation was taken back" })).ToBeVisibleAsync();
        });
    }

    [BrowserFact]
    public async Task Three_thousand_addresses_pasted_at_once_are_invited_and_none_is_lost()
    {
        await Organization("pasted");
        await console.As("boss@pasted.example", async page =>
        {
            await page.GotoAsync("/console/pasted/invite");
            await Paste(page, string.Join('\n', Enumerable.Range(0, 10_001).Select(each => $"u{each}@pasted.example")));
            await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("10,001 addresses. At most 10,000");

            await Paste(page, string.Join(", ", Enumerable.Range(0, 3_000).Select(each => $"\"U, {each}\" <u{each}@pasted.example>")));
            await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Make 3,000 invitations" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();
            await Expect(page.GetByText("not begun. The others are made all the same")).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "3,000 invitations are made" })).ToBeVisibleAsync(new() { Timeout = 120_000 });
            var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Download CSV" }).ClickAsync());
            var lines = (await File.ReadAllTextAsync(await download.PathAsync())).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(3_001, lines.Length);
            Assert.Equal(3_000, lines.Skip(1).Select(line => line.Split(',')[1]).Distinct().Count(link => link.Contains("/console/invitation?token=inv_", StringComparison.Ordinal)));
        });
        var pending = await console.Send(HttpMethod.Get, "/v1/organizations/pasted/invitations?page_size=1000&search=u29");
        Assert.Equal(111, pending.GetProperty("items").GetArrayLength());
    }

    [BrowserFact]
    public async Task Inviting_needs_no_mouse()
    {
        await Organization("keys");
        await console.As("boss@keys.example", async page =>
        {
            await page.GotoAsync("/console/keys/invite");
            await Expect(page.GetByLabel("E-mail addresses")).ToBeVisibleAsync();
            await Tab("addresses");
            await page.Keyboard.TypeAsync("ada@keys.example");
            await Tab("role");
            await page.Keyboard.PressAsync("ArrowDown");
            await TabToButton("Continue");
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "1 person will be invited" })).ToBeFocusedAsync();
            await TabToButton("Make 1 invitation");
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "1 invitation is made" })).ToBeFocusedAsync();

            Task Tab(string id) => Until($"document.activeElement.id === '{id}'");
            Task TabToButton(string text) => Until($"document.activeElement.textContent.trim().endsWith('{text}')");
            async Task Until(string condition)
            {
                for (var press = 0; press < 80 && !await page.EvaluateAsync<bool>(condition); press++) await page.Keyboard.PressAsync("Tab");
                Assert.True(await page.EvaluateAsync<bool>(condition), condition);
            }
        });
    }

    [BrowserFact]
    public async Task Who_may_not_invite_sees_no_way_to_and_is_refused()
    {
        await Organization("closed");
        await console.Put("/v1/organizations/closed/members/mel", new { role = "analyst" });
        await console.As("mel", async page =>
        {
            foreach (var path in new[] { "users", "invite", "invitations" })
            {
                await page.GotoAsync($"/console/closed/{path}");
                await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "You may not see this page" })).ToBeVisibleAsync();
            }

            await Expect(page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Invitations" })).ToHaveCountAsync(0);
        });
    }

    [AccessibilityTheory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Nothing_serious_is_found(bool dark) => console.As("admin@acme-agent-studio.example", async page =>
    {
        await page.GotoAsync("/console/acme-agent-studio/invitations");
        await Expect(page.GetByText("newcomer@acme-agent-studio.example")).ToBeVisibleAsync();
        await Accessibility.Check(page);
        await page.GotoAsync("/console/acme-agent-studio/invite");
        await page.GetByLabel("E-mail addresses").FillAsync("bad, newcomer@acme-agent-studio.example");
        await Accessibility.Check(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Expect(page.GetByText("There is no @ in it.")).ToBeVisibleAsync();
        await Accessibility.Check(page);
        await page.GotoAsync("/console/invitation");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await Accessibility.Check(page);
    }, new VisitOptions { Dark = dark });

    // Typed or filled in, so much text takes the browser longer than a paste does.
    private static async Task Paste(IPage page, string text)
    {
        await Expect(page.GetByLabel("E-mail addresses")).ToBeVisibleAsync();
        await page.GetByLabel("E-mail addresses").EvaluateAsync("(field, text) => { field.value = text; }", text);
    }

    private static string Link(string token) => $"/console/invitation?token={token}";

    private Task End(string user, string token, string title, string? way = null) => console.As(user, async page =>
    {
        await page.GotoAsync(Link(token));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
        if (way is not null) await Expect(page.GetByText(way, new() { Exact = true })).ToBeVisibleAsync();
    });

    private Task Organization(string id) =>
        console.Put($"/v1/organizations/{id}", new { name = $"The {id}", model = "letta", plan = "enterprise", owner = $"boss@{id}.example" });

    private async Task<string> Invited(string organization, string email, string? by = null)
    {
        await Organization(organization);
        if (by is not null) await console.Put($"/v1/organizations/{organization}/members/{by}", new { role = "admin" });
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/organizations/{organization}/invitations")
        {
            Content = System.Net.Http.Json.JsonContent.Create(new { email, role = "analyst" }),
        };
        if (by is not null) request.Headers.Add("Rbac-Actor", by);
        using var answer = await console.Api.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return System.Text.Json.JsonDocument.Parse(text).RootElement.GetProperty("token").GetString()!;
    }

    private Task<System.Text.Json.JsonElement> Change(string token, string how) =>
        console.Send(HttpMethod.Post, $"/v1/organizations/ends/invitations/{token.Split('.')[0]}/{how}");

    private Task<System.Text.Json.JsonElement> Answer(string token, string how, string user) =>
        console.Send(HttpMethod.Post, $"/v1/invitations/{how}", new { token, user, email = user });
}
