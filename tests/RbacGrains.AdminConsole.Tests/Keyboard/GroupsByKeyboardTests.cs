using System.Text.RegularExpressions;
using RbacGrains.AdminConsole.Tests.Administration;
using RbacGrains.AdminConsole.Tests.Permissions;
using static Microsoft.Playwright.Assertions;

namespace RbacGrains.AdminConsole.Tests.Keyboard;

[Collection(ConsoleCollection.Name)]
public sealed class GroupsByKeyboardTests(ConsoleFixture console)
{
    private const string Id = "keys-groups";

    private readonly Grids _grids = new(console);

    [BrowserFact]
    public async Task A_group_is_made_filled_changed_emptied_and_deleted()
    {
        await console.Make(Id, "agent-studio", "member");
        await console.Put($"/v1/organizations/{Id}/members/cleo@{Id}", new { role = "member" });
        await console.As($"ada@{Id}", async page =>
        {
            var keys = new Keys(page);
            await keys.Open($"/console/{Id}/groups");
            await keys.Use(page.GetByRole(AriaRole.Link, new() { Name = "New group" }).First);
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "New group", Level = 1 })).ToBeFocusedAsync();
            await keys.Fill(page.GetByLabel("Title", new() { Exact = true }), "Writers");
            await Level(keys, page, "Knowledge", "None", "Read", "Edit");
            await keys.Use(AriaRole.Button, "Save");
            await Expect(page).ToHaveURLAsync(new Regex("/groups/writers$"));
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Writers", Level = 1 })).ToBeFocusedAsync();

            foreach (var user in new[] { "bob", "cleo" })
            {
                await keys.To(page.GetByRole(AriaRole.Combobox, new() { Name = "Put people into it" }), user == "bob" ? "Tab" : "Shift+Tab");
                await keys.Type(user);
                await Expect(page.GetByRole(AriaRole.Option, new() { Name = $"{user}@{Id}" })).ToBeVisibleAsync();
                await keys.Press("Enter");
                await Expect(page.GetByRole(AriaRole.List, new() { Name = "To be added" })).ToContainTextAsync($"{user}@{Id}");
            }

            await keys.Use(AriaRole.Button, "Add 2 people");
            await Expect(Members(page)).ToHaveCountAsync(2);
            await keys.NotLost();
            Assert.True(await _grids.Allowed($"bob@{Id}", "knowledge:modify", organization: Id));

            await Level(keys, page, "Voice", "None", "Read");
            await Expect(page.Locator(".affected-members > li")).ToHaveTextAsync(
                [new Regex($"bob@{Id}[\\s\\S]*gains"), new Regex($"cleo@{Id}[\\s\\S]*gains")]);
            Assert.False(await _grids.Allowed($"bob@{Id}", "voice:view", organization: Id));
            await keys.Use(AriaRole.Button, "Save");
            await Expect(page.GetByText("Group saved")).ToBeVisibleAsync();
            await Expect(page.Locator(".save-bar")).ToBeFocusedAsync();
            await keys.NotLost();
            Assert.True(await _grids.Allowed($"bob@{Id}", "voice:view", organization: Id));

            var take = page.GetByRole(AriaRole.Button, new() { Name = $"Take bob@{Id} out of the group" });
            await keys.Use(take);
            await keys.Use(page.GetByRole(AriaRole.Alertdialog).GetByRole(AriaRole.Button, new() { Name = "Cancel" }));
            await Expect(take).ToBeFocusedAsync();
            await keys.Press("Enter");
            await keys.Use(page.GetByRole(AriaRole.Alertdialog).GetByRole(AriaRole.Button, new() { Name = "Take out" }));
            await Expect(Members(page)).ToHaveCountAsync(1);
            await keys.NotLost();
            Assert.False(await _grids.Allowed($"bob@{Id}", "knowledge:modify", organization: Id));

            await keys.To(page.GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }), "Shift+Tab");
            await keys.Press("Enter");
            var end = page.GetByRole(AriaRole.Region, new() { Name = "Delete Writers" });
            await Expect(end.Locator(".affected-members > li")).ToHaveTextAsync([new Regex($"cleo@{Id}[\\s\\S]*loses")]);
            await keys.Use(AriaRole.Button, "Delete the group");
            await Expect(page.GetByText("There are no groups")).ToBeVisibleAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Groups", Level = 1 })).ToBeFocusedAsync();
        });

        Assert.False(await _grids.Allowed($"cleo@{Id}", "knowledge:modify", organization: Id));
        Assert.Empty((await console.Send(HttpMethod.Get, $"/v1/organizations/{Id}/groups")).GetProperty("items").EnumerateArray());
    }

    // From the first of the levels to the last of them, by the right arrow.
    private static async Task Level(Keys keys, IPage page, string area, params string[] levels)
    {
        await keys.To(Grids.Level(page, area, levels[0]));
        foreach (var level in levels.Skip(1))
        {
            await keys.Press("ArrowRight");
            await Expect(Grids.Level(page, area, level)).ToBeCheckedAsync();
            await Expect(Grids.Level(page, area, level)).ToBeFocusedAsync();
        }
    }

    private static ILocator Members(IPage page) =>
        page.GetByRole(AriaRole.Region, new() { Name = "Members", Exact = true }).First.Locator("tbody tr");
}
