using Microsoft.EntityFrameworkCore;

namespace RbacGrains.Client.Tests.Lists;

/// <summary>What becomes of a query that is restricted to what a user may see. It asks for no server.</summary>
public sealed class WhereAllowedTests
{
    private static readonly string?[] Projects = [null, "p", "q", "r", "P"];

    public static TheoryData<string, ProjectSet> Sets => new()
    {
        { "nothing", ProjectSet.Nothing },
        { "everything", ProjectSet.Everything },
        { "only the organization", ProjectSet.Only([]) },
        { "only some", ProjectSet.Only(["q", "p"]) },
        { "all except some", ProjectSet.AllExcept(["q", "p"]) },
    };

    [Theory]
    [MemberData(nameof(Sets))]
    public void The_rows_are_those_of_a_check_of_each(string name, ProjectSet projects)
    {
        var rows = Projects.Select((project, index) => new Agent { Id = index, ProjectId = project }).ToList();

        var seen = rows.AsQueryable().WhereAllowed(Access(projects), "agents:read", agent => agent.ProjectId);

        Assert.True(rows.Where(agent => projects.Contains(agent.ProjectId)).SequenceEqual(seen), name);
    }

    [Theory]
    [InlineData("nothing", "WHERE FALSE")]
    [InlineData("everything", "")]
    [InlineData("only the organization", "WHERE a.\"ProjectId\" IS NULL")]
    [InlineData("only some", "WHERE a.\"ProjectId\" IS NULL OR a.\"ProjectId\" = ANY (@Ids)")]
    [InlineData("all except some", "WHERE a.\"ProjectId\" IS NULL OR NOT (a.\"ProjectId\" = ANY (@Ids)")]
    public void It_is_one_statement_with_the_projects_as_a_parameter(string name, string where)
    {
        using var context = new AgentsContext("Host=nowhere.invalid");
        var projects = (ProjectSet)Sets.Single(row => (string)row[0] == name)[1];

        var sql = context.Agents.WhereAllowed(Access(projects), "agents:read", agent => agent.ProjectId).ToQueryString();

        if (where.Length == 0) Assert.DoesNotContain("WHERE", sql, StringComparison.Ordinal);
        Assert.Contains(where, sql, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, sql.Split("SELECT").Length - 1);
    }

    [Fact]
    public void An_action_that_was_not_asked_about_is_a_mistake_and_never_everything()
    {
        var mistake = Assert.Throws<ArgumentException>(() =>
            Array.Empty<Agent>().AsQueryable().WhereAllowed(Access(ProjectSet.Everything), "agents:delete", agent => agent.ProjectId));

        Assert.Contains("agents:read", mistake.Message, StringComparison.Ordinal);
    }

    private static AllowedProjects Access(ProjectSet projects) => new([KeyValuePair.Create("agents:read", projects)]);
}
