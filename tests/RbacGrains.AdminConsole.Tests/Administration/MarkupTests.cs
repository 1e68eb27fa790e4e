using static Microsoft.Playwright.Assertions;

namespace RbacGrains.AdminConsole.Tests.Administration;

/// <summary>Markup in the names of an organization, a role and a group is text wherever it is shown, and no script in it runs.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class MarkupTests(ConsoleFixture console)
{
    private const string Markup = "<img src=x onerror=window.hacked=1>";

    [BrowserTheory]
    [InlineData("markup-roles", "roles", "Role " + Markup)]
    [InlineData("markup-compare", "roles?compare=analyst&with=own", "Role " + Markup)]
    [InlineData("markup-role", "roles/own", "Role " + Markup)]
    [InlineData("markup-based", "new-role?based_on=own", "It gives all that Role " + Markup)]
    [InlineData("markup-users", "users", "Role " + Markup)]
    [InlineData("markup-chips", "users", "Group " + Markup)]
    [InlineData("markup-member", "users/bob%40markup-member", "Role " + Markup)]
    [InlineData("markup-groups", "groups", "Group " + Markup)]
    [InlineData("markup-group", "groups/own", "Group " + Markup)]
    [InlineData("markup-audit", "audit", "made the role “Role " + Markup)]
    [InlineData("markup-plan", "plan", "Org " + Markup)]
    [InlineData("markup-settings", "settings", "Org " + Markup)]
    [InlineData("markup-why", "why?user=bob%40markup-why&action=agents:delete", "Role " + Markup)]
    [InlineData("markup-access", "access", "Org " + Markup)]
    public async Task Pages_show_it_as_text(string id, string address, string text)
    {
        await Make(id);
        await console.As($"ada@{id}", async page =>
        {
            await page.GotoAsync($"/console/{id}/{address}");
            await Expect(page.Locator("main")).ToContainTextAsync(text);
            await Expect(page.Locator(".switcher-name")).ToContainTextAsync($"Org {Markup}");
            await IsClean(page);
        });
    }

    [BrowserFact]
    public async Task Questions_and_dialogs_show_it_as_text()
    {
        const string Id = "markup-ask";
        await Make(Id);
        await console.As($"ada@{Id}", async page =>
        {
            await page.GotoAsync($"/console/{Id}/users/{Uri.EscapeDataString($"bob@{Id}")}");
            await page.GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true }).ClickAsync();
            var question = page.GetByRole(AriaRole.Alertdialog);
            await Expect(question).ToContainTextAsync($"hold in Org {Markup} at once");
            await IsClean(page);
            await question.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();

            await page.GotoAsync($"/console/{Id}/roles/own");
            await page.GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).ClickAsync();
            await Expect(page.Locator("#delete-role")).ToHaveTextAsync($"Delete Role {Markup}");
            await IsClean(page);

            await page.GotoAsync($"/console/{Id}/groups/own");
            await page.GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).ClickAsync();
            await Expect(page.Locator("#delete-group")).ToHaveTextAsync($"Delete Group {Markup}");
            await IsClean(page);

            await page.GotoAsync($"/console/{Id}/users");
            await page.GetByLabel($"Select bob@{Id}", new() { Exact = true }).CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Change…" }).ClickAsync();
            var dialog = page.GetByRole(AriaRole.Dialog);
            await dialog.GetByLabel("What to do with 1 user").SelectOptionAsync("Add to a group");
            await dialog.GetByRole(AriaRole.Button, new() { Name = "See what it does" }).ClickAsync();
            await Expect(dialog).ToContainTextAsync($"Add to a group: Group {Markup}");
            await IsClean(page);
        });
    }

    [BrowserFact]
    public async Task The_title_of_a_question_and_a_message_show_it_as_text()
    {
        const string Id = "markup-leave";
        await Make(Id);
        await console.As($"bob@{Id}", async page =>
        {
            await page.GotoAsync($"/console/{Id}/users/{Uri.EscapeDataString($"bob@{Id}")}");
            await page.GetByRole(AriaRole.Button, new() { Name = "Leave", Exact = true }).ClickAsync();
            var question = page.GetByRole(AriaRole.Alertdialog);
            await Expect(question).ToContainTextAsync($"Leave Org {Markup}?");
            await IsClean(page);
            await question.GetByRole(AriaRole.Button, new() { Name = "Leave", Exact = true }).ClickAsync();
            await Expect(page.GetByText($"You have left Org {Markup}")).ToBeVisibleAsync();
            await IsClean(page);
            await Expect(page.GetByText("You are not a member of any organization")).ToBeVisibleAsync();
        });
    }

    private async Task Make(string id)
    {
        await console.Put($"/v1/organizations/{id}", new { name = $"Org {Markup}", model = "letta", plan = "enterprise", owner = $"ada@{id}" });
        await console.Put($"/v1/organizations/{id}/roles/own", new { title = $"Role {Markup}", description = Markup, based_on = "analyst" });
        await console.Put($"/v1/organizations/{id}/groups/own", new { title = $"Group {Markup}", description = Markup, role = "own" });
        await console.Put($"/v1/organizations/{id}/members/bob@{id}", new { role = "own" });
        await console.Send(HttpMethod.Put, $"/v1/organizations/{id}/groups/own/members/bob@{id}");
    }

    private static async Task IsClean(IPage page)
    {
        Assert.False(await page.EvaluateAsync<bool>("() => window.hacked !== undefined"));
        await Expect(page.Locator("img")).ToHaveCountAsync(0);
    }
}
