using System.Text.RegularExpressions;
using RbacGrains.AdminConsole.Tests.Administration;
using RbacGrains.AdminConsole.Tests.Permissions;
using static Microsoft.Playwright.Assertions;

namespace RbacGrains.AdminConsole.Tests.Roles;

[Collection(ConsoleCollection.Name)]
public sealed class RolePageTests(ConsoleFixture console)
{
    private readonly Grids _grids = new(console);

    [BrowserFact]
    public async Task A_role_with_more_and_less_than_its_base_is_made_seen_and_compared()
    {
        await console.Make("roles-make", "letta", "analyst");
        await console.As("ada@roles-make", async page =>
        {
            await page.GotoAsync("/console/roles-make/roles");
            await page.GetByRole(AriaRole.Link, new() { Name = "New role" }).ClickAsync();
            await page.GetByLabel("Title", new() { Exact = true }).FillAsync("Releaser");
            await page.GetByLabel("Based on").SelectOptionAsync("Editor");
            await Action(page, "agents:delete").ClickAsync();
            await Expect(Box(page, "agents:delete")).ToContainTextAsync("withdrawn");
            await Action(page, "api_keys:delete").ClickAsync();
            await Expect(Box(page, "api_keys:delete")).ToContainTextAsync("added");
            await Save(page).ClickAsync();
            await Expect(page.GetByText("Role made")).ToBeVisibleAsync();
            await Expect(page).ToHaveURLAsync(new Regex("/roles/releaser$"));

            await page.GetByRole(AriaRole.Link, new() { Name = "Compare" }).ClickAsync();
            var compared = page.GetByRole(AriaRole.Region, new() { Name = "Two roles side by side" });
            await Expect(compared.Locator("tr:has(.role-cell)")).ToHaveTextAsync([new Regex(@"Delete[\s\S]*yes[\s\S]*no"), new Regex(@"Delete[\s\S]*no[\s\S]*yes")]);

            await page.GetByRole(AriaRole.Button, new() { Name = "All roles" }).ClickAsync();
            await Expect(page.Locator(".role-table thead th").Last).ToContainTextAsync("Releaser");
            await Expect(Cell(page, "Create/update/delete agents")).ToHaveTextAsync(new Regex("no$"));
            await Expect(Cell(page, "Delete API keys")).ToHaveTextAsync(new Regex("yes$"));
            await Expect(Cell(page, "Message agents")).ToHaveTextAsync(new Regex("yes$"));
        });

        await console.Put("/v1/organizations/roles-make/members/bob@roles-make", new { role = "releaser" });
        Assert.True(await _grids.Allowed("bob@roles-make", "agents:create", organization: "roles-make"));
        Assert.True(await _grids.Allowed("bob@roles-make", "api_keys:delete", organization: "roles-make"));
        Assert.False(await _grids.Allowed("bob@roles-make", "agents:delete", organization: "roles-make"));
    }

    [BrowserFact]
    public async Task What_takes_something_from_people_names_them_and_wants_a_yes()
    {
        await Held("roles-narrow");
        await console.As("ada@roles-narrow", async page =>
        {
            await page.GotoAsync("/console/roles-narrow/roles/releaser");
            await Action(page, "agents:delete").ClickAsync();
            await Expect(page.Locator(".affected-members li").First).ToContainTextAsync("bob@roles-narrow");
            await Expect(page.Locator(".affected-members li").First).ToContainTextAsync("loses 1");
            await Save(page).ClickAsync();

            var asked = page.GetByRole(AriaRole.Alert);
            await Expect(asked).ToContainTextAsync("1 person loses something");
            await Expect(asked).ToContainTextAsync("bob@roles-narrow");
            await Expect(Save(page)).ToBeDisabledAsync();
            Assert.True(await _grids.Allowed("bob@roles-narrow", "agents:delete", organization: "roles-narrow"));

            await asked.GetByLabel("Yes, take it from them").CheckAsync();
            await Save(page).ClickAsync();
            await Expect(page.GetByText("Role saved")).ToBeVisibleAsync();
            await Expect(asked).ToHaveCountAsync(0);
        });

        Assert.False(await _grids.Allowed("bob@roles-narrow", "agents:delete", organization: "roles-narrow"));
    }

    [BrowserFact]
    public async Task A_role_that_is_held_is_deleted_once_its_holders_get_another()
    {
        await Held("roles-end");
        await console.As("ada@roles-end", async page =>
        {
            await page.GotoAsync("/console/roles-end/roles/releaser");
            await page.GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).ClickAsync();
            var end = page.GetByRole(AriaRole.Region, new() { Name = "Delete Releaser" });
            var delete = end.GetByRole(AriaRole.Button, new() { Name = "Delete the role" });
            await Expect(end.GetByRole(AriaRole.Alert)).ToContainTextAsync("bob@roles-end");
            await Expect(delete).ToBeDisabledAsync();

            await end.GetByLabel("They become").SelectOptionAsync("Analyst");
            await Expect(end.Locator(".affected-members li").First).ToContainTextAsync("bob@roles-end");
            await delete.ClickAsync();
            await Expect(page).ToHaveURLAsync(new Regex("/roles$"));
            await Expect(page.GetByText("Role deleted")).ToBeVisibleAsync();
            await Expect(page.Locator(".role-table thead")).ToContainTextAsync("Editor");
            await Expect(page.Locator(".role-table thead")).Not.ToContainTextAsync("Releaser");
        });

        var bob = await console.Send(HttpMethod.Get, "/v1/organizations/roles-end/members/bob@roles-end");
        Assert.Equal("analyst", bob.GetProperty("role").GetString());
    }

    [BrowserFact]
    public async Task What_two_people_change_of_a_role_is_both_kept()
    {
        await Held("roles-two");
        await console.As("ada@roles-two", async page =>
        {
            await page.GotoAsync("/console/roles-two/roles/releaser");
            await page.GetByLabel("Title", new() { Exact = true }).FillAsync("Ships it");
            await Action(page, "api_keys:delete").ClickAsync();
            await Expect(Box(page, "api_keys:delete")).ToContainTextAsync("added");
            await console.Put("/v1/organizations/roles-two/roles/releaser", new
            {
                title = "Releaser", description = "By somebody else", based_on = "editor", grants = new Dictionary<string, string> { ["billing:manage"] = "allow" },
            });
            await Save(page).ClickAsync();

            var conflict = page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Somebody changed this role meanwhile" });
            await Expect(conflict).ToContainTextAsync("By somebody else");
            await Expect(page.GetByLabel("Title", new() { Exact = true })).ToHaveValueAsync("Ships it");
            await Expect(page.GetByLabel("What it is for")).ToHaveValueAsync("By somebody else");
            await Expect(Box(page, "billing:manage")).ToContainTextAsync("added");
            await Expect(Box(page, "api_keys:delete")).ToContainTextAsync("added");
            await Save(page).ClickAsync();
            await Expect(page.GetByText("Role saved")).ToBeVisibleAsync();
            await Expect(conflict).ToHaveCountAsync(0);
        });

        var role = await console.Send(HttpMethod.Get, "/v1/organizations/roles-two/roles/releaser");
        Assert.Equal("Ships it", role.GetProperty("title").GetString());
        Assert.Equal("By somebody else", role.GetProperty("description").GetString());
        Assert.True(await _grids.Allowed("bob@roles-two", "billing:manage", organization: "roles-two"));
        Assert.True(await _grids.Allowed("bob@roles-two", "api_keys:delete", organization: "roles-two"));
    }

    // The role "releaser", which gives what editors hold, and which bob holds.
    private async Task Held(string id)
    {
        await console.Make(id, "letta", "analyst");
        await console.Put($"/v1/organizations/{id}/roles/releaser", new { title = "Releaser", based_on = "editor" });
        await console.Put($"/v1/organizations/{id}/members/bob@{id}", new { role = "releaser" });
    }

    private static ILocator Action(IPage page, string action) => page.Locator($"input[data-action='{action}']");

    private static ILocator Box(IPage page, string action) => page.Locator(".action-box").Filter(new() { Has = Action(page, action) });

    private static ILocator Save(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true });

    // What the last role, the organization's own, gives in a row of the matrix.
    private static ILocator Cell(IPage page, string row) => page.Locator(".role-table tbody tr")
        .Filter(new() { Has = page.GetByRole(AriaRole.Rowheader, new() { Name = row, Exact = true }) }).Locator(".role-cell").Last;
}
