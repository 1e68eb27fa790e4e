using RbacGrains.AdminConsole.Tests.Permissions;
using static Microsoft.Playwright.Assertions;
using static RbacGrains.AdminConsole.Tests.Permissions.Grids;

namespace RbacGrains.AdminConsole.Tests.Keyboard;

/// <summary>What is around a member's grid, by somebody who has no mouse: the projects, and another administrator.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class MemberByKeyboardTests(ConsoleFixture console)
{
    private const string Other = "keys-admin@acme-agent-studio.example";

    private readonly Grids _grids = new(console);

    [BrowserFact]
    public async Task The_second_of_two_administrators_applies_theirs_on_top()
    {
        await _grids.Add("keys-conflict", new { role = "member", grants = new { knowledge = "read", tools = "read" } });
        await _grids.Add(Other, new { role = "admin" });
        await console.As(Grids.Admin, mine => console.As(Other, async theirs =>
        {
            var (keys, others) = (new Keys(mine), new Keys(theirs));
            await keys.Open(PathOf("keys-conflict"));
            await others.Open(PathOf("keys-conflict"));
            await Set(keys, mine, "Knowledge");
            await Set(others, theirs, "Tools");
            await others.Press("Control+s");
            await Expect(Saved(theirs)).ToBeVisibleAsync();
            await others.NotLost();

            await keys.Press("Control+s");
            var conflict = mine.GetByRole(AriaRole.Alertdialog, new() { Name = "Changed by somebody else" });
            await Expect(conflict).ToBeFocusedAsync();
            await Expect(conflict).ToContainTextAsync("Tools Read → Edit");
            Assert.False(await _grids.Allowed("keys-conflict", "knowledge:modify"));
            await keys.Use(AriaRole.Button, "Apply mine on top");
            await Expect(conflict).ToHaveCountAsync(0);
            await keys.NotLost();
            await keys.Use(AriaRole.Button, "Save");
            await Expect(Saved(mine)).ToBeVisibleAsync();
            await keys.NotLost();
        }));

        Assert.True(await _grids.Allowed("keys-conflict", "knowledge:modify"));
        Assert.True(await _grids.Allowed("keys-conflict", "tools:modify"));
    }

    [BrowserFact]
    public async Task What_somebody_else_has_saved_is_taken()
    {
        await _grids.Add("keys-theirs", new { role = "member", grants = new { knowledge = "read" } });
        await console.As(Grids.Admin, async page =>
        {
            var keys = new Keys(page);
            await keys.Open(PathOf("keys-theirs"));
            await _grids.Add("keys-theirs", new { role = "member", grants = new { voice = "read" } });
            await Set(keys, page, "Knowledge");
            var conflict = page.GetByRole(AriaRole.Alertdialog, new() { Name = "Changed by somebody else" });
            await Expect(conflict).ToBeFocusedAsync();
            await keys.Use(AriaRole.Button, "Take theirs");
            await Expect(conflict).ToHaveCountAsync(0);
            await Expect(Level(page, "Voice", "Read")).ToBeCheckedAsync();
            await keys.NotLost();
        });

        Assert.False(await _grids.Allowed("keys-theirs", "knowledge:view"));
    }

    [BrowserFact]
    public async Task A_project_is_limited_looked_at_and_freed_again()
    {
        await _grids.Add("keys-project", new { role = "member", grants = new { knowledge = "edit" } });
        await console.As(Grids.Admin, async page =>
        {
            var keys = new Keys(page);
            await keys.Open(PathOf("keys-project"));
            await keys.Use(page.Locator("summary", new() { HasText = "Limit in a project" }));
            await keys.Fill(page.GetByLabel("Project id"), "north");
            await keys.Press("Enter");
            var project = page.GetByRole(AriaRole.Button, new() { Name = "north" });
            await Expect(project).ToHaveAttributeAsync("aria-pressed", "true");
            await keys.NotLost();
            // A limit begins as what is held without it.
            await keys.To(Level(page, "Knowledge", "Edit"));
            await keys.Press("ArrowLeft");
            await Expect(Level(page, "Knowledge", "Read")).ToBeCheckedAsync();
            await keys.Press("Control+s");
            await Expect(Saved(page)).ToBeVisibleAsync();
            await keys.NotLost();
            Assert.False(await _grids.Allowed("keys-project", "knowledge:modify", "north"));
            Assert.True(await _grids.Allowed("keys-project", "knowledge:view", "north"));
            Assert.True(await _grids.Allowed("keys-project", "knowledge:modify", "south"));

            await keys.To(AriaRole.Button, "Organization", "Shift+Tab");
            await keys.Press("Enter");
            await Expect(Level(page, "Knowledge", "Edit")).ToBeCheckedAsync();
            await keys.Use(project);
            await keys.Use(AriaRole.Button, "Remove the limit");
            await Expect(project).ToHaveCountAsync(0);
            await keys.NotLost();
            await keys.Use(AriaRole.Button, "Save");
            await Expect(Saved(page)).ToBeVisibleAsync();
            await keys.NotLost();
        });

        Assert.True(await _grids.Allowed("keys-project", "knowledge:modify", "north"));
    }

    [BrowserFact]
    public async Task Leaving_with_something_unsaved_is_asked_about()
    {
        await _grids.Add("keys-leave", new { role = "member", grants = new { knowledge = "read" } });
        await console.As(Grids.Admin, async page =>
        {
            var keys = new Keys(page);
            await keys.Open(PathOf("keys-leave"));
            await Set(keys, page, "Knowledge");
            var link = page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Roles" });
            var question = page.GetByRole(AriaRole.Alertdialog, new() { Name = "Leave without saving?" });
            await keys.To(link, "Shift+Tab");
            await keys.Press("Enter");
            await Expect(question.Locator(":focus")).ToHaveCountAsync(1);
            await keys.Use(question.GetByRole(AriaRole.Button, new() { Name = "Cancel" }));
            await Expect(question).ToHaveCountAsync(0);
            await Expect(link).ToBeFocusedAsync();
            await Expect(Level(page, "Knowledge", "Edit")).ToBeCheckedAsync();

            await keys.Press("Enter");
            await Expect(question.Locator(":focus")).ToHaveCountAsync(1);
            await keys.Use(question.GetByRole(AriaRole.Button, new() { Name = "Leave" }));
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Roles", Level = 1 })).ToBeFocusedAsync();
        });

        Assert.False(await _grids.Allowed("keys-leave", "knowledge:modify"));
    }

    private static string PathOf(string user) => $"/console/{Organization}/users/{user}";

    // From Read to Edit.
    private static async Task Set(Keys keys, IPage page, string area)
    {
        await keys.To(Level(page, area, "Read"));
        await keys.Press("ArrowRight");
        await Expect(Level(page, area, "Edit")).ToBeCheckedAsync();
    }
}
