using System.Diagnostics;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace RbacGrains.AdminConsole.Tests;

/// <summary>A hundred thousand members. How long it takes is printed, and asserted nowhere.</summary>
public sealed class ManyMembersTests(ManyMembersFixture many, ITestOutputHelper output) : IClassFixture<ManyMembersFixture>
{
    [BrowserFact]
    public Task A_hundred_thousand_members_are_paged_searched_filtered_and_counted() => many.Console.As(ManyMembers.Owner, async page =>
    {
        await Timed("the first page", () => page.GotoAsync("/console/big/users"), Row(1));
        await Timed("the count", () => Task.CompletedTask, page.GetByText("100,000 members"));
        await Expect(page.Locator(".people tbody tr")).ToHaveCountAsync(25);

        await Timed("the next page", () => page.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync(), Row(25));
        await Expect(page.GetByText("26–50 · 100,000 members")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Previous" }).ClickAsync();
        await Expect(Row(1)).ToBeVisibleAsync();

        await Timed("a search", () => page.GetByRole(AriaRole.Searchbox).FillAsync("USER09999"), Row(99_990));
        await Expect(page.Locator(".people tbody tr")).ToHaveCountAsync(10);
        await Expect(page.GetByText("10 members")).ToBeVisibleAsync();
        Assert.EndsWith("/console/big/users?q=USER09999", page.Url, StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Button, new() { Name = "Clear filters" }).ClickAsync();
        await Expect(Row(1)).ToBeVisibleAsync();
        await Timed("two filters", () => page.GotoAsync("/console/big/users?role=editor&status=suspended&size=50"), Row(1000));
        await Expect(page.GetByText("1–50 · 99 members")).ToBeVisibleAsync();
        await Expect(page.Locator(".people tbody tr")).ToHaveCountAsync(50);

        ILocator Row(int place) => page.GetByRole(AriaRole.Link, new() { Name = ManyMembers.User(place), Exact = true });
    });

    [BrowserFact]
    public Task All_of_them_are_exported_and_half_a_list_is_none() => many.Console.As(ManyMembers.Owner, async page =>
    {
        await page.GotoAsync("/console/big/users");
        var watch = Stopwatch.StartNew();
        var csv = await (await page.APIRequest.GetAsync("/console/big/users.csv", new() { Timeout = 0 })).TextAsync();
        output.WriteLine($"the export: {watch.ElapsedMilliseconds} ms");

        var lines = csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(ManyMembers.Count + 1, lines.Length);
        Assert.StartsWith($"{ManyMembers.User(99_999)},,analyst,Analyst,active,", lines[^1], StringComparison.Ordinal);
    });

    private async Task Timed(string what, Func<Task> act, ILocator seen)
    {
        var watch = Stopwatch.StartNew();
        await act();
        await Expect(seen).ToBeVisibleAsync(new() { Timeout = 30_000 });
        output.WriteLine($"{what}: {watch.ElapsedMilliseconds} ms");
    }
}
