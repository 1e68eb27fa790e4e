using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace RbacGrains.AdminConsole.Tests.Keyboard;

[Collection(ConsoleCollection.Name)]
public sealed class UsersByKeyboardTests(ConsoleFixture console)
{
    [BrowserFact]
    public async Task The_list_is_paged_and_nothing_of_it_takes_the_focus_away()
    {
        await Organization("keys-pages", members: 30);
        await console.As("boss@keys-pages.example", async page =>
        {
            var keys = new Keys(page);
            var next = page.GetByRole(AriaRole.Button, new() { Name = "Next" });
            var previous = page.GetByRole(AriaRole.Button, new() { Name = "Previous" });
            await keys.Open("/console/keys-pages/users");
            await Expect(page.GetByText("1–25 · 31 members")).ToBeVisibleAsync();
            await keys.Use(next);
            await Expect(page.GetByText("26–31 · 31 members")).ToBeVisibleAsync();
            await Expect(next).ToBeDisabledAsync();
            await Expect(next).ToBeFocusedAsync();
            await keys.Press("Enter");
            await keys.To(previous, "Shift+Tab");
            await keys.Press("Enter");
            await Expect(page.GetByText("1–25 · 31 members")).ToBeVisibleAsync();
            await Expect(previous).ToBeFocusedAsync();

            await keys.To(page.GetByLabel("Rows"), "Shift+Tab");
            await keys.Type("50");
            await Expect(Rows(page)).ToHaveCountAsync(31);
            await Expect(page.GetByLabel("Rows")).ToBeFocusedAsync();
        });
    }

    [BrowserFact]
    public async Task Somebody_is_searched_filtered_for_opened_and_exported()
    {
        await Organization("keys-find", members: 3);
        await console.Put("/v1/organizations/keys-find/members/zoe", new { role = "editor" });
        await console.Send(HttpMethod.Post, "/v1/organizations/keys-find/invitations", new { email = "new@keys-find.example", role = "analyst" });
        await console.As("boss@keys-find.example", async page =>
        {
            var keys = new Keys(page);
            var search = page.GetByRole(AriaRole.Searchbox);
            var role = page.GetByLabel("Role", new() { Exact = true });
            var status = page.GetByLabel("Status", new() { Exact = true });
            await keys.Open("/console/keys-find/users");
            await keys.To(search);
            await keys.Type("ZO");
            await Expect(Rows(page)).ToHaveTextAsync([new Regex("zoe.*Editor")]);
            await Expect(search).ToBeFocusedAsync();
            await keys.Use(AriaRole.Button, "Clear filters");
            await Expect(search).ToBeFocusedAsync();
            await Expect(search).ToHaveValueAsync("");
            await Expect(Rows(page)).ToHaveCountAsync(6);

            await keys.Type("nobody-is-called-so");
            await Expect(page.GetByText("Nobody matches")).ToBeVisibleAsync();
            await keys.Use(page.GetByRole(AriaRole.Button, new() { Name = "Clear filters" }).Last);
            await Expect(Rows(page)).ToHaveCountAsync(6);
            await keys.NotLost();

            await keys.Open("/console/keys-find/users");
            await keys.Choose(status, "P", "pending");
            await Expect(Rows(page)).ToHaveTextAsync([new Regex("new@keys-find.example.*Pending")]);
            await keys.Use(AriaRole.Link, "new@keys-find.example");
            await Expect(page).ToHaveURLAsync(new Regex("/invitations\\?q=new"));
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = "New link for new@keys-find.example" })).ToBeVisibleAsync();

            await keys.Open("/console/keys-find/users");
            await keys.Choose(role, "E", "editor");
            await Expect(Rows(page)).ToHaveCountAsync(1);
            await Expect(role).ToBeFocusedAsync();
            var link = page.GetByRole(AriaRole.Link, new() { Name = "Export CSV" });
            await keys.To(link, "Shift+Tab");
            var download = await page.RunAndWaitForDownloadAsync(() => keys.Press("Enter"));
            var lines = (await File.ReadAllTextAsync(await download.PathAsync())).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(2, lines.Length);
            Assert.StartsWith("zoe,,editor,Editor,active,", lines[1], StringComparison.Ordinal);
            await Expect(link).ToBeFocusedAsync();

            await keys.Use(AriaRole.Link, "zoe");
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "zoe", Level = 1 })).ToBeFocusedAsync();
        });
    }

    [BrowserFact]
    public async Task Several_are_changed_from_choosing_them_to_the_result()
    {
        await Organization("keys-bulk", members: 3);
        await console.As("boss@keys-bulk.example", async page =>
        {
            var keys = new Keys(page);
            var change = page.GetByRole(AriaRole.Button, new() { Name = "Change…" });
            var dialog = page.GetByRole(AriaRole.Dialog);
            var what = dialog.GetByLabel("What to do with 2 users");
            await keys.Open("/console/keys-bulk/users");
            foreach (var user in new[] { "user00", "user01" })
            {
                var box = page.GetByRole(AriaRole.Checkbox, new() { Name = $"Select {user}", Exact = true });
                await keys.Use(box, "Space");
                await Expect(box).ToBeCheckedAsync();
                await Expect(box).ToBeFocusedAsync();
            }

            await keys.To(change, "Shift+Tab");
            await keys.Press("Enter");
            await Expect(what).ToBeFocusedAsync();
            await keys.Press("Escape");
            await Expect(dialog).ToBeHiddenAsync();
            await Expect(change).ToBeFocusedAsync();
            await Expect(page.GetByText("2 selected")).ToBeVisibleAsync();

            await keys.Press("Enter");
            await Expect(what).ToBeFocusedAsync();
            await keys.Choose(dialog.GetByLabel("Role", new() { Exact = true }), "E", "editor");
            await keys.Use(AriaRole.Button, "See what it does");
            await Expect(dialog.GetByRole(AriaRole.Heading, new() { Name = "role: Editor" })).ToBeFocusedAsync();
            await Expect(dialog.Locator(".tally li").First).ToHaveTextAsync(new Regex("2 will be allowed something more"));
            await keys.Use(dialog.GetByText("Who, and what"));
            await Expect(dialog.Locator(".outcomes")).ToContainTextAsync("user01");
            await keys.Use(AriaRole.Button, "Back");
            await Expect(what).ToBeFocusedAsync();
            await keys.Use(AriaRole.Button, "See what it does");
            await keys.Use(AriaRole.Button, "Change 2 users");
            await Expect(dialog.GetByRole(AriaRole.Heading, new() { Name = "Done" })).ToBeFocusedAsync();
            await Expect(dialog.Locator(".outcomes li")).ToHaveTextAsync([new Regex("Changed.*user00"), new Regex("Changed.*user01")]);
            for (var press = 0; press < 6; press++)
            {
                await keys.Press("Tab");
                await Expect(dialog.Locator(":focus")).ToHaveCountAsync(1);
            }

            await keys.Use(dialog.Locator(".dialog-actions").GetByRole(AriaRole.Button, new() { Name = "Close" }));
            await Expect(Rows(page).Filter(new() { HasText = "user01" })).ToContainTextAsync("Editor");
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Users" })).ToBeFocusedAsync();
        });

        var members = (await console.Send(HttpMethod.Get, "/v1/organizations/keys-bulk/members")).GetProperty("items").EnumerateArray();
        Assert.Equal(["admin", "editor", "editor", "analyst"], members.Select(member => member.GetProperty("role").GetString()));
    }

    [BrowserFact]
    public async Task All_that_match_are_chosen_and_let_go_again()
    {
        await Organization("keys-all", members: 30);
        await console.As("boss@keys-all.example", async page =>
        {
            var keys = new Keys(page);
            await keys.Open("/console/keys-all/users");
            await Expect(page.GetByText("1–25 · 31 members")).ToBeVisibleAsync();
            await keys.Use(AriaRole.Checkbox, "Select everybody on this page", "Space");
            await Expect(page.GetByText("25 selected")).ToBeVisibleAsync();
            await keys.To(page.GetByRole(AriaRole.Button, new() { Name = "Select all 31 that match" }), "Shift+Tab");
            await keys.Press("Enter");
            await Expect(page.GetByText("All 31 that match are selected")).ToBeVisibleAsync();
            await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Selected users" })).ToBeFocusedAsync();
            await keys.NotLost();
            await keys.Use(AriaRole.Button, "Clear selection");
            await Expect(page.GetByText("that match are selected")).ToBeHiddenAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Users" })).ToBeFocusedAsync();
        });
    }

    private static ILocator Rows(IPage page) => page.Locator(".people tbody tr");

    private async Task Organization(string id, int members)
    {
        await console.Put($"/v1/organizations/{id}", new { name = $"The {id}", model = "letta", plan = "enterprise", owner = $"boss@{id}.example" });
        for (var user = 0; user < members; user++) await console.Put($"/v1/organizations/{id}/members/user{user:d2}", new { role = "analyst" });
    }
}
