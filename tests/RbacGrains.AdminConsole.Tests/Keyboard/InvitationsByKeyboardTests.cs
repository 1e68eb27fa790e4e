using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace RbacGrains.AdminConsole.Tests.Keyboard;

[Collection(ConsoleCollection.Name)]
public sealed class InvitationsByKeyboardTests(ConsoleFixture console)
{
    [BrowserFact]
    public async Task Invitations_are_found_renewed_and_revoked()
    {
        await Invited("keys-list", "ada@keys-list.example");
        await Invited("keys-list", "ben@keys-list.example");
        await console.As("boss@keys-list.example", async page =>
        {
            var keys = new Keys(page);
            var search = page.GetByRole(AriaRole.Searchbox);
            var (renew, revoke) = (Button("New link for ada@keys-list.example"), Button("Revoke the invitation of ben@keys-list.example"));
            await keys.Open("/console/keys-list/invitations");
            await keys.Fill(search, "ada");
            await Expect(Rows(page)).ToHaveCountAsync(1);
            await Expect(search).ToBeFocusedAsync();
            await keys.Press("Control+a");
            await keys.Press("Delete");
            await Expect(Rows(page)).ToHaveCountAsync(2);

            await keys.Use(renew);
            await keys.Use(Button("Make a new link"));
            await keys.To(page.GetByLabel("Link for ada@keys-list.example", new() { Exact = true }));
            await keys.Use(Button("Done"));
            await Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
            await Expect(renew).ToBeFocusedAsync();

            await keys.Use(revoke);
            await Expect(page.GetByRole(AriaRole.Alertdialog)).ToContainTextAsync("stops working at once");
            await Expect(page.GetByRole(AriaRole.Alertdialog).Locator(":focus")).ToHaveCountAsync(1);
            await keys.Press("Escape");
            await Expect(page.GetByRole(AriaRole.Alertdialog)).ToBeHiddenAsync();
            await Expect(revoke).ToBeFocusedAsync();
            await keys.Press("Enter");
            await keys.Use(page.GetByRole(AriaRole.Alertdialog).GetByRole(AriaRole.Button, new() { Name = "Revoke", Exact = true }));
            await Expect(Rows(page)).ToHaveCountAsync(1);
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Invitations", Level = 1 })).ToBeFocusedAsync();

            await keys.Choose(page.GetByLabel("Status", new() { Exact = true }), "R", "revoked");
            await Expect(Rows(page)).ToHaveTextAsync([new Regex("ben@keys-list.example.*Revoked")]);

            ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
        });

        var revoked = await console.Send(HttpMethod.Get, "/v1/organizations/keys-list/invitations?status=revoked");
        Assert.Equal("ben@keys-list.example", Assert.Single(revoked.GetProperty("items").EnumerateArray()).GetProperty("email").GetString());
    }

    [BrowserFact]
    public async Task An_invitation_is_accepted()
    {
        var token = await Invited("keys-join", "ada@keys-join.example");
        await console.As("ada@keys-join.example", async page =>
        {
            var keys = new Keys(page);
            await keys.Open(Link(token));
            await keys.Use(AriaRole.Button, "Accept");
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Welcome to The keys-join" })).ToBeFocusedAsync();
            await keys.Use(AriaRole.Link, "Open The keys-join");
            await Expect(page).ToHaveURLAsync(new Regex("/console/keys-join"));
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();
        });

        var member = await console.Send(HttpMethod.Get, "/v1/organizations/keys-join/members/ada@keys-join.example");
        Assert.Equal("analyst", member.GetProperty("role").GetString());
    }

    [BrowserFact]
    public async Task An_invitation_is_declined_and_another_account_is_chosen_for_one_of_somebody_else()
    {
        var token = await Invited("keys-decline", "ada@keys-decline.example");
        await console.As("mallory@evil.example", async page =>
        {
            var keys = new Keys(page);
            await keys.Open(Link(token));
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The invitation is for another address" })).ToBeFocusedAsync();
            await keys.Use(AriaRole.Button, "Sign in as somebody else");
            await Expect(page).ToHaveURLAsync(new Regex("/signin"));
            await keys.Fill(page.GetByLabel("User"), "ada@keys-decline.example");
            await keys.Press("Enter");
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Join The keys-decline" })).ToBeFocusedAsync();
            await keys.Use(AriaRole.Button, "Decline");
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "You have declined" })).ToBeFocusedAsync();
            await keys.To(AriaRole.Link, "Your organizations");
        });

        var declined = await console.Send(HttpMethod.Get, "/v1/organizations/keys-decline/invitations?status=declined");
        Assert.Equal("ada@keys-decline.example", Assert.Single(declined.GetProperty("items").EnumerateArray()).GetProperty("email").GetString());
    }

    private static ILocator Rows(IPage page) => page.Locator(".people tbody tr");

    private static string Link(string token) => $"/console/invitation?token={token}";

    private async Task<string> Invited(string id, string email)
    {
        await console.Put($"/v1/organizations/{id}", new { name = $"The {id}", model = "letta", plan = "enterprise", owner = $"boss@{id}.example" });
        var issued = await console.Send(HttpMethod.Post, $"/v1/organizations/{id}/invitations", new { email, role = "analyst" });
        return issued.GetProperty("token").GetString()!;
    }
}
