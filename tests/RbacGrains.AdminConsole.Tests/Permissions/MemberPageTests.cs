using System.Net.Http.Json;
using System.Text.Json;
using static Microsoft.Playwright.Assertions;
using static RbacGrains.AdminConsole.Tests.Permissions.Grids;

namespace RbacGrains.AdminConsole.Tests.Permissions;

/// <summary>The permission grid of a member, as an administrator uses it.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class MemberPageTests(ConsoleFixture console)
{
    private readonly Grids _grids = new(console);

    [BrowserFact]
    public async Task What_is_granted_in_the_grid_is_in_effect_in_a_check()
    {
        await _grids.Add("grid-grant", new { role = "member", grants = new { knowledge = "read" } });
        Assert.False(await _grids.Allowed("grid-grant", "knowledge/faqs:modify"));

        await _grids.Use("grid-grant", async page =>
        {
            await Level(page, "Knowledge", "Edit").ClickAsync();
            await Expect(Changes(page)).ToContainTextAsync("Knowledge and all in it");
            await Save(page);
        });

        Assert.True(await _grids.Allowed("grid-grant", "knowledge/faqs:modify"));
    }

    [BrowserFact]
    public async Task A_level_is_set_by_keyboard_alone()
    {
        await _grids.Add("grid-keys", new { role = "member", grants = new { knowledge = "edit" } });

        await _grids.Use("grid-keys", async page =>
        {
            var keys = page.Keyboard;
            await page.GetByRole(AriaRole.Button, new() { Name = "Knowledge: 3 sub-areas" }).FocusAsync();
            await keys.PressAsync("ArrowRight");
            await Expect(Group(page, "Knowledge, FAQs")).ToBeVisibleAsync();
            await keys.PressAsync("ArrowRight");
            await Expect(Level(page, "Knowledge", "Edit")).ToBeFocusedAsync();
            await keys.PressAsync("ArrowDown");
            await Expect(Level(page, "Knowledge, FAQs", "Edit")).ToBeFocusedAsync();
            await keys.PressAsync("ArrowLeft");
            await Expect(Level(page, "Knowledge, FAQs", "Read")).ToBeFocusedAsync();
            await Expect(Level(page, "Knowledge, FAQs", "Read")).ToBeCheckedAsync();
            await keys.PressAsync("Control+s");
            await Expect(Saved(page)).ToBeVisibleAsync();
        });

        Assert.True(await _grids.Allowed("grid-keys", "knowledge/faqs:view"));
        Assert.False(await _grids.Allowed("grid-keys", "knowledge/faqs:modify"));
        Assert.True(await _grids.Allowed("grid-keys", "knowledge/sources:modify"));
    }

    [BrowserFact]
    public async Task A_sub_area_above_its_parent_cannot_be_chosen_and_says_why()
    {
        await _grids.Add("grid-capped", new { role = "member", grants = new { knowledge = "read" } });

        await _grids.Use("grid-capped", async page =>
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Knowledge: 3 sub-areas" }).ClickAsync();
            var edit = Level(page, "Knowledge, FAQs", "Edit");
            await Expect(edit).ToHaveAttributeAsync("aria-disabled", "true");
            await Expect(edit).ToHaveAccessibleDescriptionAsync(
                "FAQs cannot be Edit while Knowledge is Read: a sub-area can be more restrictive than its parent, but not less. Set Knowledge to Edit first.");

            await edit.FocusAsync();
            await page.Keyboard.PressAsync("Enter");

            await Expect(page.GetByRole(AriaRole.Tooltip).GetByText("FAQs cannot be Edit")).ToBeVisibleAsync();
            await Expect(Level(page, "Knowledge, FAQs", "Read")).ToBeCheckedAsync();
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Save" })).ToBeHiddenAsync();
        });
    }

    [BrowserFact]
    public async Task What_is_inherited_overridden_and_capped_is_told_apart()
    {
        await _grids.Add("grid-origins", new { role = "member", grants = new Dictionary<string, string> { ["knowledge"] = "edit", ["knowledge/faqs"] = "edit", ["knowledge/variants"] = "none" } });

        await _grids.Use("grid-origins", async page =>
        {
            await Level(page, "Knowledge", "Read").ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Expand all" }).ClickAsync();

            await Expect(Row(page, "knowledge/faqs")).ToContainTextAsync("Set to Edit, capped at Read by Knowledge.");
            await Expect(Row(page, "knowledge/sources")).ToContainTextAsync("from Knowledge");
            await Expect(Row(page, "knowledge/variants")).ToContainTextAsync("overridden");
            await page.GetByRole(AriaRole.Button, new() { Name = "Reset Knowledge › Variants to Read" }).ClickAsync();
            await Expect(Row(page, "knowledge/variants")).ToContainTextAsync("from Knowledge");
        });
    }

    [BrowserFact]
    public async Task A_preset_is_applied_in_one_click()
    {
        await _grids.Add("grid-preset", new { role = "member" });

        await _grids.Use("grid-preset", async page =>
        {
            var preset = page.GetByRole(AriaRole.Button, new() { Name = "Full developer" });
            await preset.ClickAsync();
            await Expect(preset).ToHaveAttributeAsync("aria-pressed", "true");
            await Save(page);
        });

        Assert.True(await _grids.Allowed("grid-preset", "flows:modify"));
        var member = await console.Api.GetFromJsonAsync<JsonElement>(new Uri($"/v1/organizations/{Grids.Organization}/members/grid-preset", UriKind.Relative));
        Assert.Equal("full-developer", member.GetProperty("preset").GetString());
    }

    [BrowserFact]
    public async Task A_project_is_limited_on_its_own()
    {
        await _grids.Add("grid-project", new { role = "member", grants = new { knowledge = "edit" } });

        await _grids.Use("grid-project", async page =>
        {
            await page.Locator("summary", new() { HasText = "Limit in a project" }).ClickAsync();
            await page.GetByLabel("Project id").FillAsync("alpha");
            await page.GetByRole(AriaRole.Button, new() { Name = "Add the limit" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Project alpha" })).ToHaveAttributeAsync("aria-pressed", "true");
            await Level(page, "Knowledge", "Read").ClickAsync();
            await Expect(Changes(page)).ToContainTextAsync("Project alpha");
            await Save(page);
            await page.GetByRole(AriaRole.Button, new() { Name = "Organization", Exact = true }).ClickAsync();
            await Expect(Level(page, "Knowledge", "Edit")).ToBeCheckedAsync();
        });

        Assert.True(await _grids.Allowed("grid-project", "knowledge:modify"));
        Assert.True(await _grids.Allowed("grid-project", "knowledge:modify", "beta"));
        Assert.False(await _grids.Allowed("grid-project", "knowledge:modify", "alpha"));
        Assert.True(await _grids.Allowed("grid-project", "knowledge:view", "alpha"));
    }

    [BrowserFact]
    public async Task A_model_without_areas_shows_its_actions()
    {
        const string Path = "/console/acme-letta/users/actions-person";
        await console.Put("/v1/organizations/acme-letta/members/actions-person", new { role = "analyst" });

        await console.As("admin@acme-letta.example", async page =>
        {
            await page.GotoAsync(Path);
            var agents = page.GetByRole(AriaRole.Group, new() { Name = "Agents" });
            await Expect(agents.GetByLabel("Read")).ToBeCheckedAsync();
            await Expect(agents.GetByLabel("Read")).ToHaveAttributeAsync("aria-disabled", "true");
            await agents.GetByLabel("Create").ClickAsync();
            await Expect(Changes(page)).ToContainTextAsync("Agents: create");
            await Save(page);
        });

        Assert.True(await _grids.Allowed("actions-person", "agents:create", organization: "acme-letta"));
    }

    [BrowserFact]
    public async Task Leaving_with_something_unsaved_asks()
    {
        await _grids.Add("grid-leave", new { role = "member" });

        await _grids.Use("grid-leave", async page =>
        {
            await Level(page, "Tools", "Read").ClickAsync();
            await Expect(page.GetByText("Not saved yet", new() { Exact = true })).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "My access" }).ClickAsync();

            var dialog = page.GetByRole(AriaRole.Alertdialog);
            await Expect(dialog).ToContainTextAsync("Leave without saving?");
            await dialog.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
            await Expect(Level(page, "Tools", "Read")).ToBeCheckedAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Discard" }).ClickAsync();
            await Expect(Level(page, "Tools", "None")).ToBeCheckedAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "My access" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "My access" })).ToBeVisibleAsync();
        });
    }
}
