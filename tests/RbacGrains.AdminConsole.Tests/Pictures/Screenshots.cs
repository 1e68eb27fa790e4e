using static Microsoft.Playwright.Assertions;
using static RbacGrains.AdminConsole.Tests.Permissions.Grids;

namespace RbacGrains.AdminConsole.Tests.Pictures;

/// <summary>The pictures of the documentation, taken of the demo by eng/screenshots.sh.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class Screenshots(ConsoleFixture console)
{
    private const string Variable = "RBAC_SCREENSHOTS";
    private const string Studio = "/console/acme-agent-studio";

    private static readonly VisitOptions Desk = new() { Width = 1440, Height = 900 };

    // The pages of one address each; those with a second name are taken in the dark, too.
    private static readonly (string Name, string Path, bool Dark)[] Pages =
    [
        ("users", $"{Studio}/users", true),
        ("invite", $"{Studio}/invite", false),
        ("invitations", $"{Studio}/invitations", false),
        ("groups", $"{Studio}/groups", false),
        ("group", $"{Studio}/groups/content-team", false),
        ("roles", $"{Studio}/roles", true),
        ("role", $"{Studio}/roles/knowledge-lead", false),
        ("access", $"{Studio}/access", false),
        ("why", $"{Studio}/why?user=knowledge-editor@acme-agent-studio.example&action=deployments@read", true),
        ("audit", $"{Studio}/audit", true),
        ("api-keys", $"{Studio}/api-keys", false),
        ("plan", "/console/acme-humanloop/plan", false),
        ("settings", $"{Studio}/settings", false),
    ];

    [AskedFact(Variable)]
    public async Task Every_page_is_taken()
    {
        foreach (var (name, path, dark) in Pages)
        {
            await Take(name, path, Desk);
            await Take($"{name}-phone", path, VisitOptions.Phone);
            if (dark) await Take($"{name}-dark", path, Desk with { Dark = true });
        }
    }

    [AskedFact(Variable)]
    public async Task The_permission_grid_is_taken_while_it_is_used()
    {
        await TakeMember("member", Desk with { Height = 1240 });
        await TakeMember("member-dark", Desk with { Height = 1240, Dark = true });
        await TakeMember("member-phone", VisitOptions.Phone);
    }

    private Task Take(string name, string path, VisitOptions options) =>
        console.As($"admin@{path.Split('/')[2]}.example", async page =>
        {
            await page.GotoAsync(path);
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
            await Expect(page.Locator("main .loading")).ToHaveCountAsync(0);
            await Save(page, name);
        }, options);

    private Task TakeMember(string name, VisitOptions options) => console.As(Admin, async page =>
    {
        await Open(page, $"maria.santos@{Organization}.example");
        await page.GetByRole(AriaRole.Button, new() { Name = "Knowledge: 3 sub-areas" }).ClickAsync();
        await Level(page, "Behavior", "Edit").ClickAsync();
        await Expect(Changes(page)).ToContainTextAsync("Behavior");
        await page.EvaluateAsync(options.Width < 1000 ? "document.querySelector('tr[data-area=behavior]').scrollIntoView()" : "scrollTo(0, 0)");
        await Save(page, name);
    }, options);

    private static async Task Save(IPage page, string name)
    {
        await page.Mouse.MoveAsync(0, 0);
        // What is drawn by the icon font, and what moves, is at its end.
        await page.EvaluateAsync("document.fonts.ready");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var folder = Environment.GetEnvironmentVariable(Variable)!;
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png"), Animations = ScreenshotAnimations.Disabled });
    }
}
