using static Microsoft.Playwright.Assertions;
using static RbacGrains.AdminConsole.Tests.Permissions.Grids;

namespace RbacGrains.AdminConsole.Tests.Permissions;

/// <summary>The groups of a member, as an administrator sees and changes them.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class MemberGroupsTests(ConsoleFixture console)
{
    private readonly Grids _grids = new(console);

    [BrowserFact]
    public async Task A_member_is_put_into_a_group_and_taken_out_of_it_seeing_before_what_that_means()
    {
        await _grids.Add("grouped", new { role = "member", grants = new { knowledge = "read" } });
        await console.Put($"/v1/organizations/{Organization}/groups/toolmakers", new { title = "Tool <b>makers</b>", grants = new { tools = "edit" } });

        await _grids.Use("grouped", async page =>
        {
            await Level(page, "Knowledge", "Edit").ClickAsync();
            await page.GetByRole(AriaRole.Combobox, new() { Name = "Put into a group" }).FillAsync("tool");
            await page.GetByRole(AriaRole.Option, new() { Name = "Tool <b>makers</b>" }).ClickAsync();
            var dialog = page.GetByRole(AriaRole.Dialog);
            await Expect(dialog).ToContainTextAsync("1 person is affected");
            await dialog.GetByRole(AriaRole.Button, new() { Name = "Put into the group" }).ClickAsync();

            await Expect(Row(page, "tools")).ToContainTextAsync("from group Tool <b>makers</b>");
            await Expect(Level(page, "Tools", "Edit")).ToBeCheckedAsync();
            await Expect(Level(page, "Tools", "None")).ToBeDisabledAsync();
            Assert.True(await _grids.Allowed("grouped", "tools:modify"));

            // What was chosen before is still chosen, and saved on top.
            await Expect(Level(page, "Knowledge", "Edit")).ToBeCheckedAsync();
            await Save(page);
            Assert.True(await _grids.Allowed("grouped", "knowledge:modify"));
            Assert.True(await _grids.Allowed("grouped", "tools:modify"));

            await page.GetByRole(AriaRole.Button, new() { Name = "Effective access" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "group Tool <b>makers</b>: Edit" }).First).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Permissions", Exact = true }).ClickAsync();

            await page.GetByRole(AriaRole.Button, new() { Name = "Take out of the group Tool <b>makers</b>" }).ClickAsync();
            await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Take out of the group" }).ClickAsync();
            await Expect(Level(page, "Tools", "None")).ToBeCheckedAsync();
            Assert.False(await _grids.Allowed("grouped", "tools:modify"));
        });
    }

    [AccessibilityTheory]
    [InlineData(false, 1280)]
    [InlineData(true, 390)]
    public async Task Nothing_serious_is_found_where_groups_are(bool dark, int width)
    {
        var user = $"grouped-axe-{width}";
        await _grids.Add(user, new { role = "member" });
        foreach (var group in new[] { "axe-one", "axe-two" })
            await console.Put($"/v1/organizations/{Organization}/groups/{group}", new { title = $"The {group}", grants = new { tools = "read" } });
        await console.Put($"/v1/organizations/{Organization}/groups/axe-one/members/{user}", new { });

        await _grids.Use(user, async page =>
        {
            await Expect(Row(page, "tools")).ToContainTextAsync("from group The axe-one");
            await page.GetByRole(AriaRole.Combobox, new() { Name = "Put into a group" }).FillAsync("axe-two");
            var found = page.GetByRole(AriaRole.Option, new() { Name = "The axe-two" });
            await Expect(found).ToHaveCountAsync(1);
            await Accessibility.Check(page);
            await found.ClickAsync();
            await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("all that the group gives is held already");
            await Accessibility.Check(page);
        }, new VisitOptions { Dark = dark, Width = width });
    }
}
