using static Microsoft.Playwright.Assertions;
using static RbacGrains.AdminConsole.Tests.Permissions.Grids;

namespace RbacGrains.AdminConsole.Tests.Permissions;

/// <summary>What goes wrong between opening a member's page and saving it.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class MemberConflictTests(ConsoleFixture console)
{
    private const string Second = "second-admin@acme-agent-studio.example";

    private readonly Grids _grids = new(console);

    [BrowserFact]
    public async Task The_second_of_two_administrators_is_shown_the_others_change_and_nothing_is_overwritten()
    {
        await _grids.Add("grid-conflict", new { role = "member", grants = new { knowledge = "read", tools = "read" } });
        await _grids.Add(Second, new { role = "admin" });

        await _grids.Use("grid-conflict", mine => console.As(Second, async theirs =>
        {
            await Open(theirs, "grid-conflict");
            await Level(mine, "Knowledge", "Edit").ClickAsync();
            await Level(theirs, "Tools", "Edit").ClickAsync();
            await Save(theirs);

            await mine.Keyboard.PressAsync("Control+s");
            var conflict = mine.GetByRole(AriaRole.Alertdialog, new() { Name = "Changed by somebody else" });
            await Expect(conflict).ToContainTextAsync(Second);
            await Expect(conflict).ToContainTextAsync("Tools Read → Edit");
            await Expect(conflict).ToContainTextAsync("Knowledge Read → Edit");
            Assert.False(await _grids.Allowed("grid-conflict", "knowledge:modify"));

            await conflict.GetByRole(AriaRole.Button, new() { Name = "Apply mine on top" }).ClickAsync();
            await Expect(Level(mine, "Tools", "Edit")).ToBeCheckedAsync();
            await Expect(Level(mine, "Knowledge", "Edit")).ToBeCheckedAsync();
            await Save(mine);
        }));

        Assert.True(await _grids.Allowed("grid-conflict", "knowledge:modify"));
        Assert.True(await _grids.Allowed("grid-conflict", "tools:modify"));
    }

    [BrowserFact]
    public async Task What_somebody_else_has_saved_can_be_taken()
    {
        await _grids.Add("grid-theirs", new { role = "member", grants = new { knowledge = "read" } });

        await _grids.Use("grid-theirs", async page =>
        {
            await _grids.Add("grid-theirs", new { role = "member", grants = new { voice = "read" } });
            await Level(page, "Knowledge", "Edit").ClickAsync();
            var conflict = page.GetByRole(AriaRole.Alertdialog, new() { Name = "Changed by somebody else" });
            await conflict.GetByRole(AriaRole.Button, new() { Name = "Take theirs" }).ClickAsync();

            await Expect(Level(page, "Knowledge", "None")).ToBeCheckedAsync();
            await Expect(Level(page, "Voice", "Read")).ToBeCheckedAsync();
        });

        Assert.False(await _grids.Allowed("grid-theirs", "knowledge:view"));
    }

    [BrowserFact]
    public Task The_last_admin_is_told_why_they_have_to_stay() => console.As("admin@acme-humanloop.example", async page =>
    {
        await page.GotoAsync("/console/acme-humanloop/users/admin%40acme-humanloop.example");
        await page.GetByLabel("Role").SelectOptionAsync("developer");

        await Expect(Changes(page)).ToContainTextAsync("An admin has to stay");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true })).ToBeDisabledAsync();
    });

    [BrowserFact]
    public Task One_who_may_not_change_members_only_looks() => console.As("knowledge-editor@acme-agent-studio.example", async page =>
    {
        await Open(page, "knowledge-editor@acme-agent-studio.example");

        await Expect(page.GetByText("you may not change what members hold")).ToBeVisibleAsync();
        await Level(page, "Tools", "Edit").ClickAsync(new() { Force = true });
        await Expect(Level(page, "Tools", "None")).ToBeCheckedAsync();
        await Expect(page.GetByLabel("Role")).ToBeDisabledAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Suspend" })).ToBeHiddenAsync();
    });

    [BrowserFact]
    public async Task Markup_in_an_address_or_a_project_is_only_text()
    {
        const string Address = "\"<img/src=x/onerror=alert(1)>\"@example.com";
        await _grids.Add("grid-markup", new { role = "member", email = Address });

        await console.As(Admin, async page =>
        {
            page.Dialog += (_, dialog) => Assert.Fail($"A script ran: {dialog.Message}");
            await page.GotoAsync($"/console/{Organization}/users/grid-markup");
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Address);
            await page.Locator("summary", new() { HasText = "Limit in a project" }).ClickAsync();
            await page.GetByLabel("Project id").FillAsync("<b>x</b>");
            await page.GetByRole(AriaRole.Button, new() { Name = "Add the limit" }).ClickAsync();
            await Expect(page.GetByText("An id has 1 to 128 characters")).ToBeVisibleAsync();
            await page.GetByPlaceholder("Find an area").FillAsync("<i>y</i>");
            await Expect(page.GetByText("No area is called “<i>y</i>”.")).ToBeVisibleAsync();
            Assert.Equal(0, await page.Locator("main img, main b, main i").CountAsync());
        });
    }

    [BrowserFact]
    public async Task A_page_that_loses_its_connection_while_it_saves_shows_what_came_of_it()
    {
        await _grids.Add("grid-lost", new { role = "member" });

        await console.As(Admin, async page =>
        {
            IWebSocketRoute? connection = null;
            var isLost = false;
            await page.RouteWebSocketAsync(new System.Text.RegularExpressions.Regex("/_blazor"), route =>
            {
                connection = route;
                var server = route.ConnectToServer();
                // What is sent arrives, and nothing comes back.
                route.OnMessage(message => Send(server, message));
                server.OnMessage(message =>
                {
                    if (!isLost) Send(route, message);
                });
            });
            await Open(page, "grid-lost");
            await Level(page, "Tools", "Edit").ClickAsync();
            await Expect(Changes(page)).ToContainTextAsync("Tools");
            isLost = true;
            await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
            for (var looks = 0; looks < 500 && !await _grids.Allowed("grid-lost", "tools:modify"); looks++) await Task.Yield();
            Assert.True(await _grids.Allowed("grid-lost", "tools:modify"));
            isLost = false;
            await connection!.CloseAsync();

            await Expect(Saved(page)).ToBeVisibleAsync(new() { Timeout = 30_000 });
            await Expect(Level(page, "Tools", "Edit")).ToBeCheckedAsync();
        }, new VisitOptions { Expected = ["_blazor", "WebSocket", "Connection disconnected", "Failed to"] });
    }

    private static void Send(IWebSocketRoute to, IWebSocketFrame message)
    {
        if (message.Binary is { } bytes) to.Send(bytes);
        else to.Send(message.Text!);
    }
}
