using RbacGrains.Model.Tests.Pages;

namespace RbacGrains.Client.Tests.AspNetCore.Generated;

/// <summary>For each role, the endpoints of each row of the page are allowed or denied exactly as the page says, with the page's status.</summary>
public sealed class RoleTableTests
{
    [Theory]
    [InlineData("letta", "free", LettaPage.Table, 401)]
    [InlineData("letta", "enterprise", LettaPage.Table, 401)]
    [InlineData("humanloop", "enterprise", HumanloopPage.Table, 403)]
    public async Task Every_action_of_a_row_is_answered_as_the_page_says(string name, string plan, string page, int denial)
    {
        await using var server = await ProductServer.Start(name, plan);
        var lines = page.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('|')[1..^1]).ToList();
        var roles = lines[0][1..].Select(title => title.Trim().ToLowerInvariant()).ToList();
        foreach (var role in roles) await server.Add(role, new MemberAssignment { Role = role });
        var called = new List<string>();

        foreach (var line in lines.Skip(2))
        {
            foreach (var action in server.Model.Matrix.Single(row => row.Row == line[0].Trim()).Actions)
            {
                called.Add(action);
                foreach (var (column, role) in roles.Index())
                {
                    var expected = new Outcome(role, action, line[column + 1].Trim() == "✓" ? 204 : denial);
                    Assert.Equal(expected, await server.Act(role, action));
                }
            }
        }

        Assert.Equal(server.Model.Actions.Names.Order(StringComparer.Ordinal), called.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_stranger_finds_no_organization_behind_any_endpoint()
    {
        await using var server = await ProductServer.Start("humanloop", "free");

        foreach (var action in server.Model.Actions.Names) Assert.Equal(new Outcome("stranger", action, 404), await server.Act("stranger", action));
    }
}
