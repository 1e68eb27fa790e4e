using System.Net;
using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace RbacGrains.AdminConsole.Tests;

/// <summary>What is around every page: the session, the theme, the connection.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class FrameTests(ConsoleFixture console)
{
    private const string Analyst = "analyst@acme-letta.example";
    private const string AccessPage = "/console/acme-letta/access";

    [BrowserFact]
    public async Task Without_a_session_one_is_sent_to_sign_in_and_back()
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = console.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, AccessPage);
        request.Headers.Accept.ParseAdd("text/html");

        using var answer = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/signin?return=%2Fconsole%2Facme-letta%2Faccess", answer.Headers.Location?.ToString());
    }

    [BrowserFact]
    public async Task No_connection_is_opened_without_a_session()
    {
        using var http = new HttpClient { BaseAddress = console.Address };

        using var answer = await http.PostAsync(new Uri("/_blazor/negotiate?negotiateVersion=1", UriKind.Relative), null);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [BrowserFact]
    public Task Signing_out_in_one_tab_ends_the_others() => console.As(Analyst, async page =>
    {
        await page.GotoAsync(AccessPage);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "My access" })).ToBeVisibleAsync();
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(AccessPage);
        await Expect(other.GetByRole(AriaRole.Heading, new() { Name = "My access" })).ToBeVisibleAsync();

        await page.Locator("summary", new() { HasText = Analyst }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        await Expect(page).ToHaveURLAsync(new Regex("/signin"));
        await Expect(other).ToHaveURLAsync(new Regex("/signin"), new() { Timeout = 20_000 });
    });

    [BrowserFact]
    public Task The_chosen_theme_stays() => console.As(Analyst, async page =>
    {
        await page.GotoAsync(AccessPage);
        await page.Locator("summary", new() { HasText = Analyst }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Dark" }).ClickAsync();
        var chosen = await Background();

        await page.ReloadAsync();

        Assert.Equal("rgb(15, 17, 21)", chosen);
        Assert.Equal(chosen, await Background());

        Task<string> Background() => page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
    });

    [BrowserFact]
    public Task On_a_phone_the_navigation_is_behind_a_button() => console.As(Analyst, async page =>
    {
        await page.GotoAsync(AccessPage);
        var menu = page.GetByRole(AriaRole.Button, new() { Name = "Menu" });
        var link = page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "My access" });
        await Expect(menu).ToBeVisibleAsync();
        await Expect(link).ToBeHiddenAsync();

        await menu.ClickAsync();
        await Expect(link).ToBeVisibleAsync();
        await link.ClickAsync();

        await Expect(link).ToBeHiddenAsync();
    }, VisitOptions.Phone);

    [BrowserFact]
    public Task A_lost_connection_is_said_and_found_again() => console.As(Analyst, async page =>
    {
        IWebSocketRoute? connection = null;
        await page.RouteWebSocketAsync(new Regex("/_blazor"), route =>
        {
            connection = route;
            route.ConnectToServer();
        });
        await page.GotoAsync(AccessPage);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "My access" })).ToBeVisibleAsync();

        await page.RouteAsync("**/_blazor/negotiate*", route => route.AbortAsync());
        await connection!.CloseAsync();

        await Expect(page.GetByRole(AriaRole.Alertdialog)).ToContainTextAsync("The connection is lost");
        await Expect(page.GetByText("Connecting again…")).ToBeVisibleAsync();
        await page.UnrouteAllAsync();
        await Expect(page.GetByText("The connection is lost")).ToBeHiddenAsync(new() { Timeout = 30_000 });
    }, new VisitOptions { Expected = ["_blazor", "WebSocket", "ERR_FAILED", "Connection disconnected", "Failed to"] });
}
