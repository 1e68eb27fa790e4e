using System.Text.RegularExpressions;
using RbacGrains.AdminConsole.Tests.Administration;
using RbacGrains.AdminConsole.Tests.Permissions;
using static Microsoft.Playwright.Assertions;

namespace RbacGrains.AdminConsole.Tests.Keyboard;

/// <summary>Roles by somebody who has no mouse.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class RolesByKeyboardTests(ConsoleFixture console)
{
    private readonly Grids _grids = new(console);

    [BrowserFact]
    public async Task Two_roles_are_compared()
    {
        await console.Make("keys-compare", "letta", "analyst");
        await console.As("ada@keys-compare", async page =>
        {
            var keys = new Keys(page);
            await keys.Open("/console/keys-compare/roles");
            await keys.Use(AriaRole.Button, "Compare two");
            await keys.Choose(page.Locator("#compare-left"), "Analyst", "analyst");
            await keys.Choose(page.Locator("#compare-right"), "Editor", "editor");
            await Expect(page).ToHaveURLAsync(new Regex("compare=analyst&with=editor$"));
            var rows = page.GetByRole(AriaRole.Region, new() { Name = "Two roles side by side" }).Locator("tr:has(.role-cell)");
            var differences = await rows.CountAsync();
            await keys.Use(AriaRole.Checkbox, "Only differences", "Space");
            await Expect(rows.Nth(differences)).ToBeAttachedAsync();
            await keys.To(AriaRole.Region, "Two roles side by side");
            await keys.To(AriaRole.Button, "All roles", "Shift+Tab");
            await keys.Press("Enter");
            await Expect(page.GetByRole(AriaRole.Region, new() { Name = "What each role gives" })).ToBeVisibleAsync();
            await keys.NotLost();
        });
    }

    [BrowserFact]
    public async Task A_role_is_made()
    {
        await console.Make("keys-role", "agent-studio", "member");
        await console.As("ada@keys-role", async page =>
        {
            var keys = new Keys(page);
            await keys.Open("/console/keys-role/roles");
            await keys.Use(AriaRole.Link, "New role");
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "New role" })).ToBeFocusedAsync();
            await keys.Fill(page.GetByLabel("Title", new() { Exact = true }), "Knowledge owner");
            await keys.Fill(page.GetByLabel("What it is for"), "Keeps the answers.");
            await keys.Choose(page.GetByLabel("Based on"), "Member", "member");
            await keys.To(Grids.Level(page, "Knowledge", "None"));
            await keys.Press("ArrowRight");
            await Expect(Grids.Level(page, "Knowledge", "Read")).ToBeCheckedAsync();
            await keys.Press("ArrowRight");
            await Expect(Grids.Level(page, "Knowledge", "Edit")).ToBeCheckedAsync();
            await keys.Use(Action(page, "users:invite"), "Space");
            await Expect(Action(page, "users:invite")).ToBeCheckedAsync();
            await keys.Use(AriaRole.Checkbox, "Enterprise", "Space");
            await keys.Use(AriaRole.Checkbox, "Member", "Space");
            await keys.Use(AriaRole.Button, "Save");
            await Expect(page).ToHaveURLAsync(new Regex("/roles/knowledge-owner$"));
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Knowledge owner", Level = 1 })).ToBeFocusedAsync();
        });

        var role = await console.Send(HttpMethod.Get, "/v1/organizations/keys-role/roles/knowledge-owner");
        Assert.Equal("Keeps the answers.", role.GetProperty("description").GetString());
        var custom = role.GetProperty("custom");
        Assert.Equal("member", custom.GetProperty("based_on").GetString());
        Assert.Equal(["enterprise"], custom.GetProperty("plans").EnumerateArray().Select(plan => plan.GetString()));
        Assert.Equal(["member"], custom.GetProperty("assignable_by").EnumerateArray().Select(giver => giver.GetString()));
        await console.Put("/v1/organizations/keys-role/members/bob@keys-role", new { role = "knowledge-owner" });
        Assert.True(await _grids.Allowed("bob@keys-role", "knowledge/faqs:modify", organization: "keys-role"));
        Assert.True(await _grids.Allowed("bob@keys-role", "users:invite", organization: "keys-role"));
        Assert.False(await _grids.Allowed("bob@keys-role", "users:remove", organization: "keys-role"));
    }

    [BrowserFact]
    public async Task A_role_takes_something_from_people_after_a_look_and_a_yes()
    {
        await Held("keys-narrow");
        await console.As("ada@keys-narrow", async page =>
        {
            var keys = new Keys(page);
            await keys.Open("/console/keys-narrow/roles/releaser");
            await keys.Use(Action(page, "agents:delete"), "Space");
            var person = page.Locator(".affected-members summary").First;
            await Expect(person).ToContainTextAsync("loses 1");
            await keys.Use(person);
            await Expect(page.Locator(".affected-effects").First).ToContainTextAsync("Agents: delete");
            await keys.Use(AriaRole.Button, "Save");

            var yes = page.GetByLabel("Yes, take it from them");
            await Expect(yes).ToBeVisibleAsync();
            await keys.NotLost();
            await keys.To(yes, "Shift+Tab");
            Assert.True(await _grids.Allowed("bob@keys-narrow", "agents:delete", organization: "keys-narrow"));
            await keys.Press("Space");
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true })).ToBeEnabledAsync();
            await keys.Press("Control+s");
            await Expect(page.GetByText("Role saved")).ToBeVisibleAsync();
            await Expect(yes).ToHaveCountAsync(0);
            await keys.NotLost();
        });

        Assert.False(await _grids.Allowed("bob@keys-narrow", "agents:delete", organization: "keys-narrow"));
    }

    [BrowserFact]
    public async Task A_role_that_is_held_is_deleted()
    {
        await Held("keys-end");
        await console.As("ada@keys-end", async page =>
        {
            var keys = new Keys(page);
            await keys.Open("/console/keys-end/roles/releaser");
            await keys.Use(AriaRole.Button, "Delete");
            await Expect(page.Locator("#delete-role")).ToBeFocusedAsync();
            await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("bob@keys-end");

            await keys.Use(AriaRole.Button, "Cancel");
            await Expect(page.Locator("#delete-role")).ToHaveCountAsync(0);
            await keys.NotLost();

            await keys.Use(AriaRole.Button, "Delete");
            await keys.Choose(page.GetByLabel("They become"), "Analyst", "analyst");
            await Expect(page.Locator(".affected-members li").First).ToContainTextAsync("bob@keys-end");
            await keys.Use(AriaRole.Button, "Delete the role");
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Roles", Level = 1 })).ToBeFocusedAsync();
            await Expect(page.GetByText("Role deleted")).ToBeVisibleAsync();
        });

        var bob = await console.Send(HttpMethod.Get, "/v1/organizations/keys-end/members/bob@keys-end");
        Assert.Equal("analyst", bob.GetProperty("role").GetString());
    }

    [BrowserFact]
    public async Task The_second_of_two_people_who_change_a_role_keeps_both_changes()
    {
        await Held("keys-two");
        await console.As("ada@keys-two", async page =>
        {
            var keys = new Keys(page);
            await keys.Open("/console/keys-two/roles/releaser");
            await keys.Fill(page.GetByLabel("Title", new() { Exact = true }), "Ships it");
            await console.Put("/v1/organizations/keys-two/roles/releaser", new { title = "Releaser", description = "By somebody else", based_on = "editor" });
            await keys.Press("Control+s");
            var conflict = page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Somebody changed this role meanwhile" });
            await Expect(conflict).ToContainTextAsync("By somebody else");
            await keys.NotLost();
            await keys.Use(AriaRole.Button, "Save");
            await Expect(page.GetByText("Role saved")).ToBeVisibleAsync();
            await Expect(conflict).ToHaveCountAsync(0);
            await keys.NotLost();

            await keys.To(page.GetByLabel("Title", new() { Exact = true }), "Shift+Tab");
            await keys.Fill(page.GetByLabel("Title", new() { Exact = true }), "Mine");
            await console.Put("/v1/organizations/keys-two/roles/releaser", new { title = "Theirs", based_on = "editor" });
            await keys.Press("Control+s");
            await keys.To(page.GetByRole(AriaRole.Button, new() { Name = "Discard mine" }), "Shift+Tab");
            await keys.Press("Enter");
            await Expect(page.GetByLabel("Title", new() { Exact = true })).ToHaveValueAsync("Theirs");
            await keys.NotLost();
        });

        var role = await console.Send(HttpMethod.Get, "/v1/organizations/keys-two/roles/releaser");
        Assert.Equal("Theirs", role.GetProperty("title").GetString());
    }

    // The role "releaser", which gives what editors hold, and which bob holds.
    private async Task Held(string id)
    {
        await console.Make(id, "letta", "analyst");
        await console.Put($"/v1/organizations/{id}/roles/releaser", new { title = "Releaser", based_on = "editor" });
        await console.Put($"/v1/organizations/{id}/members/bob@{id}", new { role = "releaser" });
    }

    private static ILocator Action(IPage page, string action) => page.Locator($"input[data-action='{action}']");
}
