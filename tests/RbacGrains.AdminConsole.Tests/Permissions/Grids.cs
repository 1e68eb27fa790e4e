using System.Net.Http.Json;
using System.Text.Json;
using static Microsoft.Playwright.Assertions;

namespace RbacGrains.AdminConsole.Tests.Permissions;

/// <summary>What tests do with the permission grid of a member.</summary>
internal sealed class Grids(ConsoleFixture console)
{
    public const string Organization = "acme-agent-studio";
    public const string Admin = "admin@acme-agent-studio.example";

    /// <summary>Adds a member, or replaces what one is assigned, as the service.</summary>
    public Task Add(string user, object assignment) => console.Put($"/v1/organizations/{Organization}/members/{user}", assignment);

    /// <summary>Opens a member's page as an admin.</summary>
    public Task Use(string user, Func<IPage, Task> use, VisitOptions? options = null) => console.As(Admin, async page =>
    {
        await Open(page, user);
        await use(page);
    }, options);

    public static async Task Open(IPage page, string user)
    {
        await page.GotoAsync($"/console/{Organization}/users/{Uri.EscapeDataString(user)}");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = user, Level = 1 })).ToBeVisibleAsync();
    }

    public static ILocator Group(IPage page, string area) => page.GetByRole(AriaRole.Radiogroup, new() { Name = area, Exact = true });

    public static ILocator Level(IPage page, string area, string level) =>
        Group(page, area).GetByRole(AriaRole.Radio, new() { Name = level, Exact = true });

    public static ILocator Row(IPage page, string area) => page.Locator($"tr[data-area='{area}']");

    public static ILocator Changes(IPage page) => page.GetByRole(AriaRole.Region, new() { Name = "This changes" });

    public static ILocator Saved(IPage page) => page.GetByRole(AriaRole.Status).GetByText("Saved", new() { Exact = true });

    public static async Task Save(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(Saved(page)).ToBeVisibleAsync();
    }

    /// <summary>What POST /v1/check says.</summary>
    public async Task<bool> Allowed(string user, string action, string? project = null, string organization = Organization)
    {
        using var answer = await console.Api.PostAsJsonAsync(new Uri("/v1/check", UriKind.Relative), new { organization, user, action, project });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("allowed").GetBoolean();
    }
}
