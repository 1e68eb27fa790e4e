using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using RbacGrains.AdminConsole.Components;
using RbacGrains.Core;
using RbacGrains.Model;

namespace RbacGrains.AdminConsole.Tests;

public sealed class DeniedPageTests
{
    [Fact]
    public async Task It_names_the_action_that_is_missing()
    {
        var page = await Render(Letta("analyst", ["agents:read"]), AdministrativeOperation.ReadAudit);

        Assert.Contains("As Analyst of Acme you may not read the audit log.", page, StringComparison.Ordinal);
        Assert.Contains("<code>users:manage</code>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("analyst", new string[0], false)]
    [InlineData("analyst", new[] { "users:manage" }, true)]
    [InlineData("admin", new string[0], true)]
    public void Navigation_shows_what_the_action_or_an_admins_role_allows(string role, string[] actions, bool isShown) =>
        Assert.Equal(isShown, new NavigationItem("audit", "Audit", "history", AdministrativeOperation.ReadAudit).IsFor(Letta(role, [.. actions])));

    [Fact]
    public void Who_is_suspended_is_no_admin() => Assert.False(
        (Letta("admin", []) is var acme ? acme with { Member = acme.Member with { Status = MemberStatus.Suspended } } : acme).May(AdministrativeOperation.ReadAudit));

    private static ConsoleOrganization Letta(string role, ImmutableArray<string> actions)
    {
        var model = ShippedModels.Load().Find("letta")!;
        return new ConsoleOrganization(
            null!,
            new OrganizationView("acme", "Acme", "letta", "free", "ada", OrganizationSettings.Default, DateTimeOffset.UnixEpoch, 1),
            model,
            [.. model.Roles.Select(known => new RoleView(known, true, 1))],
            new MemberView("ada", "acme", null, new Access { Role = role }, MemberStatus.Active, null, DateTimeOffset.UnixEpoch, 1),
            new EffectivePermissions(role, actions, [], 1, 1));
    }

    private static async Task<string> Render(ConsoleOrganization organization, AdministrativeOperation operation)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(DeniedPage.Organization)] = organization,
            [nameof(DeniedPage.Operation)] = operation,
        });
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<DeniedPage>(parameters)).ToHtmlString());
        return string.Join(' ', html.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
