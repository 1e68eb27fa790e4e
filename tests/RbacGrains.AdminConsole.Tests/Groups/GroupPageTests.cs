using System.Text.RegularExpressions;
using RbacGrains.AdminConsole.Tests.Administration;
using RbacGrains.AdminConsole.Tests.Permissions;
using static Microsoft.Playwright.Assertions;

namespace RbacGrains.AdminConsole.Tests.Groups;

[Collection(ConsoleCollection.Name)]
public sealed class GroupPageTests(ConsoleFixture console)
{
    private readonly Grids _grids = new(console);

    [BrowserFact]
    public async Task What_a_group_gives_its_members_hold_until_they_are_taken_out_or_it_is_deleted()
    {
        const string Id = "groups-life";
        await console.Make(Id, "agent-studio", "member");
        await console.Put($"/v1/organizations/{Id}/members/cleo@{Id}", new { role = "member" });
        await console.As($"ada@{Id}", async page =>
        {
            await page.GotoAsync($"/console/{Id}/groups");
            await page.GetByRole(AriaRole.Link, new() { Name = "New group" }).First.ClickAsync();
            await page.GetByLabel("Title", new() { Exact = true }).FillAsync("Writers");
            await page.GetByLabel("Role of its members").SelectOptionAsync("Member");
            await Grids.Level(page, "Knowledge", "Edit").ClickAsync();
            await Expect(Grids.Level(page, "Knowledge", "Edit")).ToBeCheckedAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
            await Expect(page.GetByText("Group made")).ToBeVisibleAsync();
            await Expect(page).ToHaveURLAsync(new Regex("/groups/writers$"));

            await Pick(page, $"bob@{Id}");
            await Pick(page, $"cleo@{Id}");
            await page.GetByRole(AriaRole.Button, new() { Name = "Add 2 people" }).ClickAsync();
            await Expect(page.GetByText("2 people added")).ToBeVisibleAsync();
            await Expect(Members(page)).ToHaveCountAsync(2);
            Assert.True(await _grids.Allowed($"bob@{Id}", "knowledge:modify", organization: Id));
            Assert.True(await _grids.Allowed($"cleo@{Id}", "knowledge/faqs:modify", organization: Id));

            await page.GetByRole(AriaRole.Button, new() { Name = $"Take bob@{Id} out of the group" }).ClickAsync();
            var dialog = page.GetByRole(AriaRole.Alertdialog);
            await Expect(dialog).ToContainTextAsync($"bob@{Id} loses what only this group gives");
            await dialog.GetByRole(AriaRole.Button, new() { Name = "Take out" }).ClickAsync();
            await Expect(Members(page)).ToHaveCountAsync(1);
            Assert.False(await _grids.Allowed($"bob@{Id}", "knowledge:modify", organization: Id));

            await page.GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).ClickAsync();
            var end = page.GetByRole(AriaRole.Region, new() { Name = "Delete Writers" });
            await Expect(end).ToContainTextAsync("Its member stays in the organization, and loses what only the group gave.");
            await Expect(end.Locator(".affected-members > li")).ToHaveTextAsync([new Regex($"cleo@{Id}[\\s\\S]*loses")]);
            Assert.True(await _grids.Allowed($"cleo@{Id}", "knowledge:modify", organization: Id));
            await end.GetByRole(AriaRole.Button, new() { Name = "Delete the group" }).ClickAsync();
            await Expect(page.GetByText("There are no groups")).ToBeVisibleAsync();
        });

        Assert.False(await _grids.Allowed($"cleo@{Id}", "knowledge:modify", organization: Id));
    }

    [BrowserFact]
    public async Task What_two_people_change_of_a_group_is_both_kept()
    {
        const string Id = "groups-two";
        await console.Make(Id, "agent-studio", "member");
        await console.Put($"/v1/organizations/{Id}/groups/writers", new { title = "Writers", grants = new { knowledge = "read" } });
        await console.Send(HttpMethod.Put, $"/v1/organizations/{Id}/groups/writers/members/bob@{Id}");
        await console.As($"ada@{Id}", async page =>
        {
            await page.GotoAsync($"/console/{Id}/groups/writers");
            await Grids.Level(page, "Knowledge", "Edit").ClickAsync();
            await Expect(page.Locator(".affected-members > li")).ToHaveTextAsync([new Regex($"bob@{Id}[\\s\\S]*gains")]);
            await console.Put($"/v1/organizations/{Id}/groups/writers", new { title = "Editors", grants = new { knowledge = "read", voice = "read" } });
            await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();

            var conflict = page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Somebody changed this group meanwhile" });
            await Expect(conflict).ToContainTextAsync("Editors");
            await Expect(Grids.Level(page, "Knowledge", "Edit")).ToBeCheckedAsync();
            await Expect(Grids.Level(page, "Voice", "Read")).ToBeCheckedAsync();
            Assert.False(await _grids.Allowed($"bob@{Id}", "knowledge:modify", organization: Id));
            await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
            await Expect(page.GetByText("Group saved")).ToBeVisibleAsync();
            await Expect(page.GetByLabel("Title", new() { Exact = true })).ToHaveValueAsync("Editors");
        });

        Assert.True(await _grids.Allowed($"bob@{Id}", "knowledge:modify", organization: Id));
        Assert.True(await _grids.Allowed($"bob@{Id}", "voice:view", organization: Id));
    }

    private static ILocator Members(IPage page) =>
        page.GetByRole(AriaRole.Region, new() { Name = "Members", Exact = true }).First.Locator("tbody tr");

    private static async Task Pick(IPage page, string user)
    {
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Put people into it" }).FillAsync(user);
        await page.GetByRole(AriaRole.Option, new() { Name = user }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "To be added" })).ToContainTextAsync(user);
    }
}
