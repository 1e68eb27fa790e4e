using static Microsoft.Playwright.Assertions;

namespace RbacGrains.AdminConsole.Tests;

[Collection(ConsoleCollection.Name)]
public sealed class UsersPageTests(ConsoleFixture console)
{
    private const string Admin = "admin@acme-agent-studio.example";
    private const string Users = "/console/acme-agent-studio/users";

    [BrowserFact]
    public Task Members_and_pending_invitations_are_told_apart_found_and_opened() => console.As(Admin, async page =>
    {
        await page.GotoAsync(Users + "?size=100");
        await Expect(Row(page, "newcomer@acme-agent-studio.example")).ToContainTextAsync("Pending");
        await Expect(Row(page, "knowledge-editor@")).ToContainTextAsync("Active");

        await page.GetByLabel("Status", new() { Exact = true }).SelectOptionAsync("pending");
        await Expect(page.Locator(".people tbody tr")).ToHaveCountAsync(3);
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"\?status=pending&size=100$"));

        await page.GotoAsync(Users + "?q=nobody-is-called-so");
        await Expect(page.GetByText("Nobody matches")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Clear filters" }).First.ClickAsync();

        await page.GotoAsync(Users + "?q=knowledge-editor");
        await Row(page, "knowledge-editor@").GetByText("Member", new() { Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/users/knowledge-editor%40"));
    });

    [BrowserFact]
    public async Task A_change_of_several_is_made_to_each_by_itself_and_says_who_was_refused_and_why()
    {
        await Organization("bulk");
        foreach (var user in new[] { "ann", "ben", "cleo" }) await console.Put($"/v1/organizations/bulk/members/{user}", new { role = "analyst" });

        await console.As("boss@bulk.example", async page =>
        {
            await page.GotoAsync("/console/bulk/users");
            foreach (var user in new[] { "ann", "ben", "boss@bulk.example" }) await page.GetByLabel($"Select {user}", new() { Exact = true }).CheckAsync();
            await Expect(page.GetByText("3 selected")).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Change…" }).ClickAsync();
            var dialog = page.GetByRole(AriaRole.Dialog);
            await dialog.GetByLabel("What to do with 3 users").SelectOptionAsync("Role");
            await dialog.GetByLabel("Role", new() { Exact = true }).SelectOptionAsync("editor");
            await dialog.GetByRole(AriaRole.Button, new() { Name = "See what it does" }).ClickAsync();
            await Expect(dialog.Locator(".tally li").First).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("2 will be allowed something more"));

            await console.Send(HttpMethod.Delete, "/v1/organizations/bulk/members/ben");
            await dialog.GetByRole(AriaRole.Button, new() { Name = "Change 2 users" }).ClickAsync();

            await Expect(dialog.Locator(".outcomes li")).ToHaveTextAsync([
                new System.Text.RegularExpressions.Regex("Refused.*ben.*Not a member"), new System.Text.RegularExpressions.Regex("Changed.*ann")]);
            await console.Put("/v1/organizations/bulk/members/ben", new { role = "analyst" });
            await dialog.GetByRole(AriaRole.Button, new() { Name = "Try the refused again" }).ClickAsync();
            await Expect(dialog.Locator(".outcomes li")).ToHaveCountAsync(2);
            await Expect(dialog.Locator(".outcomes")).Not.ToContainTextAsync("Refused");
            await dialog.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).Last.ClickAsync();
            await Expect(Row(page, "ben")).ToContainTextAsync("Editor");
        });

        Assert.Equal(
            ["admin", "editor", "analyst", "editor"],
            (await console.Send(HttpMethod.Get, "/v1/organizations/bulk/members")).GetProperty("items").EnumerateArray().Select(member => member.GetProperty("role").GetString()));
    }

    [BrowserFact]
    public async Task All_that_match_are_changed_without_being_looked_at()
    {
        await Organization("all");
        for (var user = 0; user < 30; user++) await console.Put($"/v1/organizations/all/members/u{user}", new { role = "analyst" });

        await console.As("boss@all.example", async page =>
        {
            await page.GotoAsync("/console/all/users?role=analyst");
            await page.GetByLabel("Select everybody on this page").CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Select all 30 that match" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Change…" }).ClickAsync();
            var dialog = page.GetByRole(AriaRole.Dialog);
            await dialog.GetByLabel("What to do with 30 users").SelectOptionAsync("Suspend");
            await dialog.GetByRole(AriaRole.Button, new() { Name = "See what it does" }).ClickAsync();
            await dialog.GetByRole(AriaRole.Button, new() { Name = "Suspend 30 users" }).ClickAsync();
            await Expect(dialog.Locator(".tally li").First).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("30 changed"));
        });

        var suspended = await console.Send(HttpMethod.Get, "/v1/organizations/all/members?status=suspended");
        Assert.Equal(30, suspended.GetProperty("items").GetArrayLength());
    }

    [BrowserFact]
    public async Task What_matches_is_exported_and_no_cell_is_a_formula()
    {
        await Organization("export");
        await console.Put("/v1/organizations/export/members/+cmd", new { role = "analyst", email = "=cmd@x.example" });
        await console.As("boss@export.example", async page =>
        {
            await page.GotoAsync("/console/export/users");
            await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Export CSV" })).ToHaveAttributeAsync("href", "/console/export/users.csv");
            var answer = await page.APIRequest.GetAsync("/console/export/users.csv?role=analyst");
            Assert.StartsWith("text/csv", answer.Headers["content-type"], StringComparison.Ordinal);
            var lines = (await answer.TextAsync()).Split("\r\n");
            Assert.Equal("user,email,role,role_title,status,groups,grants,expires_at,since", lines[0]);
            Assert.StartsWith("'+cmd,'=cmd@x.example,analyst,Analyst,active,,,,", lines[1], StringComparison.Ordinal);
            Assert.Equal(3, lines.Length);
        });
        await console.As("stranger", async page =>
            Assert.Equal(404, (await page.APIRequest.GetAsync("/console/export/users.csv")).Status));
        await console.Put("/v1/organizations/export/members/mel", new { role = "analyst" });
        await console.As("mel", async page => Assert.Equal(401, (await page.APIRequest.GetAsync("/console/export/users.csv")).Status));
    }

    [BrowserFact]
    public async Task Markup_in_a_name_or_an_address_is_text()
    {
        const string Markup = "<img src=x onerror=document.title='run'>";
        await console.Put("/v1/organizations/markup", new { name = Markup, model = "letta", plan = "enterprise", owner = "boss@markup.example" });
        await console.As("boss@markup.example", async page =>
        {
            await page.GotoAsync("/console/markup/users");
            await Expect(page.Locator(".switcher-name")).ToContainTextAsync(Markup);
            await page.GotoAsync("/console/markup/users?q=" + Uri.EscapeDataString(Markup));
            await Expect(page.GetByText("Nobody matches")).ToBeVisibleAsync();
            await page.GotoAsync("/console/markup/invite");
            await page.GetByLabel("E-mail addresses").FillAsync($"{Markup}, \"{Markup}\" <ok@x.example>");
            await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
            await Expect(page.Locator(".outcomes").First).ToContainTextAsync(Markup);
            Assert.Equal(0, await page.Locator(".content img").CountAsync());
            Assert.NotEqual("run", await page.TitleAsync());
        });
    }

    [AccessibilityTheory]
    [InlineData(false, 1280)]
    [InlineData(true, 1280)]
    [InlineData(false, 390)]
    [InlineData(true, 390)]
    public Task Nothing_serious_is_found_on_the_page_and_in_the_dialog(bool dark, int width) => console.As(Admin, async page =>
    {
        await page.GotoAsync(Users + "?size=100");
        await Expect(Row(page, "knowledge-editor@")).ToBeVisibleAsync();
        await Accessibility.Check(page);
        await page.GetByLabel("Select knowledge-editor@acme-agent-studio.example").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Change…" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "See what it does" }).ClickAsync();
        await Expect(page.Locator(".tally")).ToBeVisibleAsync();
        await Accessibility.Check(page);
    }, new VisitOptions { Dark = dark, Width = width });

    private static ILocator Row(IPage page, string user) => page.Locator(".people tbody tr").Filter(new() { HasText = user });

    private Task Organization(string id) =>
        console.Put($"/v1/organizations/{id}", new { name = $"The {id}", model = "letta", plan = "enterprise", owner = $"boss@{id}.example" });
}
