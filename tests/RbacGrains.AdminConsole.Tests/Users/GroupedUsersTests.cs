using System.Text.RegularExpressions;
using RbacGrains.AdminConsole.Tests.Administration;
using RbacGrains.AdminConsole.Tests.Permissions;
using static Microsoft.Playwright.Assertions;

namespace RbacGrains.AdminConsole.Tests.Users;

/// <summary>Groups on the page of the users.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class GroupedUsersTests(ConsoleFixture console)
{
    private readonly Grids _grids = new(console);

    [BrowserFact]
    public async Task Several_are_put_into_a_group_and_found_by_it()
    {
        const string Id = "bulk-groups";
        await console.Make(Id, "letta", "analyst");
        foreach (var user in new[] { "ann", "ben" }) await console.Put($"/v1/organizations/{Id}/members/{user}", new { role = "analyst" });
        await console.Put($"/v1/organizations/{Id}/groups/others", new { title = "Others" });
        await console.Put($"/v1/organizations/{Id}/groups/writers", new { title = "Writers", role = "editor" });
        await console.As($"ada@{Id}", async page =>
        {
            await page.GotoAsync($"/console/{Id}/users");
            foreach (var user in new[] { "ann", "ben" }) await page.GetByLabel($"Select {user}", new() { Exact = true }).CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Change…" }).ClickAsync();
            var dialog = page.GetByRole(AriaRole.Dialog);
            await dialog.GetByLabel("What to do with 2 users").SelectOptionAsync("Add to a group");
            await dialog.GetByLabel("Group", new() { Exact = true }).SelectOptionAsync("Writers");
            await dialog.GetByRole(AriaRole.Button, new() { Name = "See what it does" }).ClickAsync();
            await Expect(dialog.Locator(".tally li").First).ToHaveTextAsync(new Regex("2 will be allowed something more"));
            Assert.False(await _grids.Allowed("ann", "agents:create", organization: Id));
            await dialog.GetByRole(AriaRole.Button, new() { Name = "Change 2 users" }).ClickAsync();
            await Expect(dialog.Locator(".tally li").First).ToHaveTextAsync(new Regex("2 changed"));
            await dialog.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).Last.ClickAsync();
            await Expect(Rows(page).Filter(new() { HasText = "Writers" })).ToHaveCountAsync(2);

            await page.GetByLabel("Group", new() { Exact = true }).SelectOptionAsync("Writers");
            await Expect(page).ToHaveURLAsync(new Regex(@"\?group=writers$"));
            await Expect(Rows(page)).ToHaveTextAsync([new Regex("ann"), new Regex("ben")]);
            await page.GetByLabel("Group", new() { Exact = true }).SelectOptionAsync("Others");
            await Expect(page.GetByText("Nobody matches")).ToBeVisibleAsync();
        });

        Assert.True(await _grids.Allowed("ann", "agents:create", organization: Id));
        Assert.True(await _grids.Allowed("ben", "agents:create", organization: Id));
        Assert.False(await _grids.Allowed($"bob@{Id}", "agents:create", organization: Id));
    }

    private static ILocator Rows(IPage page) => page.Locator(".people tbody tr");
}
