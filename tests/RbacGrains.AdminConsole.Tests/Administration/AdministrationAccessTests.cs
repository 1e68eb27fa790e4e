using static Microsoft.Playwright.Assertions;

namespace RbacGrains.AdminConsole.Tests.Administration;

/// <summary>What holds for every page of the administration.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class AdministrationAccessTests(ConsoleFixture console)
{
    private static readonly string[] PagesLookedAt = ["roles", "roles/editor", "new-role", "groups", "new-group", "audit", "plan", "settings", "api-keys"];

    public static TheoryData<string> Pages => [.. PagesLookedAt];

    public static TheoryData<string, string, bool> Looks
    {
        get
        {
            var looks = new TheoryData<string, string, bool>();
            foreach (var dark in new[] { false, true })
            {
                foreach (var page in PagesLookedAt) looks.Add("letta", page, dark);
                looks.Add("letta", "why?user=editor@acme-letta.example&action=api_keys:delete", dark);
                looks.Add("letta", "roles?compare=analyst&with=editor", dark);
                looks.Add("agent-studio", "roles", dark);
                looks.Add("agent-studio", "roles/knowledge-lead", dark);
                looks.Add("agent-studio", "groups/content-team", dark);
                looks.Add("agent-studio", "new-role?based_on=member", dark);
                looks.Add("agent-studio", "why?user=knowledge-editor@acme-agent-studio.example&action=knowledge/faqs@edit", dark);
                looks.Add("humanloop", "plan", dark);
            }

            return looks;
        }
    }

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public Task Whoever_may_not_is_told_what_is_missing(string path) => console.As("analyst@acme-letta.example", async page =>
    {
        await page.GotoAsync($"/console/acme-letta/{path}");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "You may not see this page" })).ToBeVisibleAsync();
    });

    [AccessibilityTheory]
    [MemberData(nameof(Looks))]
    public Task Nothing_serious_is_found(string model, string path, bool dark) => console.As(Admin(model), async page =>
    {
        await page.GotoAsync($"/console/acme-{model}/{path}");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await Expect(page.Locator("main .loading")).ToHaveCountAsync(0);

        await Accessibility.Check(page);
    }, new VisitOptions { Dark = dark });

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Nothing_is_wider_than_a_phone_and_no_name_is_markup(string path)
    {
        await console.Make("narrow", "letta", "analyst");
        await console.As("ada@narrow", async page =>
        {
            await page.GotoAsync($"/console/narrow/{path}");
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
            await Expect(page.Locator("main .loading")).ToHaveCountAsync(0);

            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{path} scrolls sideways.");
            await Expect(page.Locator("img")).ToHaveCountAsync(0);
        }, VisitOptions.Phone);
    }

    private static string Admin(string model) => $"admin@acme-{model}.example";
}
