using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging.Abstractions;
using RbacGrains.Contract.Tests;
using RbacGrains.Core;
using RbacGrains.Embedded;
using RbacGrains.Storage;
using static Microsoft.Playwright.Assertions;

namespace RbacGrains.AdminConsole.Tests.Keyboard;

/// <summary>A program whose database holds an invitation of a month ago, made by the engine itself on a clock that was late.</summary>
public sealed class ExpiredInvitationFixture : IAsyncLifetime
{
    /// <summary>The organization that invited.</summary>
    public const string Organization = "keys-late";

    /// <summary>Makes the fixture.</summary>
    public ExpiredInvitationFixture() => Console = new ConsoleFixture(Invite);

    /// <summary>The program.</summary>
    public ConsoleFixture Console { get; }

    /// <summary>The invitation's token.</summary>
    public string Token { get; private set; } = "";

    /// <inheritdoc/>
    public Task InitializeAsync() => Console.InitializeAsync();

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        await Console.DisposeAsync();
        Console.Dispose();
    }

    private async Task Invite(string connectionString)
    {
        var options = new StorageOptions { Provider = StorageProvider.Sqlite, ConnectionString = connectionString };
        await using var database = await Database.Open(options, TimeProvider.System, NullLogger<Database>.Instance);
        await using var grid = await EmbeddedGrid.Open(database, database, ContractModels.Catalog, new LateClock(), default);
        var organization = grid.Organization(Organization);
        (await organization.Create(ChangeContext.Service, new CreateOrganization("The late", "letta", "enterprise", "boss@keys-late.example"), default)).Require();
        var invite = new InviteMember { Email = "ada@keys-late.example", Role = "analyst", ExpiresIn = TimeSpan.FromDays(7) };
        Token = (await organization.Invite(ChangeContext.Service, invite, default)).Require().Token;
    }

    private sealed class LateClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() - TimeSpan.FromDays(30);
    }
}

public sealed class ExpiredInvitationTests(ExpiredInvitationFixture late) : IClassFixture<ExpiredInvitationFixture>
{
    [BrowserFact]
    public async Task An_expired_link_says_so_and_a_new_one_is_accepted()
    {
        var link = "";
        await late.Console.As("ada@keys-late.example", async page =>
        {
            var keys = new Keys(page);
            await keys.Open($"/console/invitation?token={late.Token}");
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The invitation has expired" })).ToBeFocusedAsync();
            await Expect(page.GetByText("It could be accepted until")).ToBeVisibleAsync();
            await Expect(page.GetByText("Ask an administrator for a new link to The late.")).ToBeVisibleAsync();
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Accept" })).ToHaveCountAsync(0);
            await Accessibility.CheckWhereInstalled(page);
            await keys.To(AriaRole.Link, "Your organizations");
        });

        await late.Console.As("boss@keys-late.example", async page =>
        {
            var keys = new Keys(page);
            await keys.Open("/console/keys-late/invitations");
            await Expect(page.GetByText("No invitation is pending")).ToBeVisibleAsync();
            await keys.Choose(page.GetByLabel("Status", new() { Exact = true }), "E", "expired");
            await Expect(page.Locator(".people tbody tr")).ToHaveTextAsync([new Regex("ada@keys-late.example.*Expired")]);
            await keys.Use(AriaRole.Button, "New link for ada@keys-late.example");
            await keys.Use(AriaRole.Button, "Make a new link");
            var field = page.GetByLabel("Link for ada@keys-late.example", new() { Exact = true });
            await keys.To(field);
            link = await field.InputValueAsync();
            await keys.Press("Escape");
            await Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
            await keys.NotLost();
        });

        await late.Console.As("ada@keys-late.example", async page =>
        {
            var keys = new Keys(page);
            await keys.Open(link);
            await keys.Use(AriaRole.Button, "Accept");
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Welcome to The late" })).ToBeFocusedAsync();
        });
    }
}
