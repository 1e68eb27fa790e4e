using static Microsoft.Playwright.Assertions;

namespace RbacGrains.AdminConsole.Tests;

[Collection(ConsoleCollection.Name)]
public sealed class OrganizationsTests(ConsoleFixture console)
{
    [BrowserFact]
    public async Task Signing_in_leads_to_ones_organizations()
    {
        await console.Put("/v1/organizations/acme-letta/members/wanda", new { role = "analyst" });
        await console.Put("/v1/organizations/acme-humanloop/members/wanda", new { role = "member" });

        await console.As("wanda", async page =>
        {
            await page.GotoAsync("/");

            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Organizations" })).ToBeVisibleAsync();
            await Expect(page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link)).ToHaveTextAsync(["Acme Agents", "Acme Prompts"]);
            await Expect(page.GetByText("Analyst")).ToBeVisibleAsync();

            await page.GetByRole(AriaRole.Link, new() { Name = "Acme Agents" }).ClickAsync();

            await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/console/acme-letta/"));
        });
    }

    [BrowserFact]
    public Task Whoever_has_one_organization_begins_there() => console.As("analyst@acme-letta.example", async page =>
    {
        await page.GotoAsync("/console");

        await Expect(page).ToHaveURLAsync($"{console.Address}console/acme-letta/access");
    });

    [BrowserFact]
    public Task Whoever_has_none_is_told_what_to_do() => console.As("nobody", async page =>
    {
        await page.GotoAsync("/console");

        await Expect(page.GetByText("You are not a member of any organization")).ToBeVisibleAsync();
        await Expect(page.GetByText("invite you, as nobody")).ToBeVisibleAsync();
    });

    [BrowserTheory]
    [InlineData("/console/no-such-organization", "There is no such organization")]
    // Not a member of it, which cannot be told from there being none.
    [InlineData("/console/acme-humanloop/access", "There is no such organization")]
    [InlineData("/console/%3Cscript%3Ealert(1)%3C%2Fscript%3E", "There is no such organization")]
    [InlineData("/console/acme-letta/no-such-page", "There is no such page")]
    public Task What_is_not_there_is_said_to_be_not_there(string path, string title) => console.As("analyst@acme-letta.example", async page =>
    {
        await page.GotoAsync(path);

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Your organizations" })).ToBeVisibleAsync();
    });

    [BrowserFact]
    public Task Markup_in_a_name_is_a_name() => console.As("analyst@acme-letta.example", async page =>
    {
        const string Name = "<img src=x onerror=alert(1)> & Sons";
        await console.Put("/v1/organizations/markup-name", new { name = Name, model = "letta", plan = "free", owner = "ada" });
        await console.Put("/v1/organizations/markup-name/members/analyst@acme-letta.example", new { role = "analyst" });

        await page.GotoAsync("/console/markup-name/access");

        await Expect(page.GetByText($"What you hold in {Name} at this moment.")).ToBeVisibleAsync();

        using var gone = await console.Api.DeleteAsync(new Uri("/v1/organizations/markup-name", UriKind.Relative));
    });
}
