using Microsoft.EntityFrameworkCore;
using RbacGrains.Testing;

namespace RbacGrains.Client.Tests.Lists;

/// <summary>A page of a table as an application reads it: from a database, restricted by what a grid says.</summary>
[NeedsPostgres]
public sealed class DatabaseListTests(PostgresFixture postgres, EmbeddedGridFixture host) : IClassFixture<PostgresFixture>, IClassFixture<EmbeddedGridFixture>
{
    private const int Rows = 500;

    private static CancellationToken None => CancellationToken.None;

    [ServerFact]
    public async Task A_page_has_the_rows_that_checks_allow_and_takes_one_statement()
    {
        var (connection, log) = (await postgres.CreateDatabase(), new List<string>());
        await Fill(connection);
        await Members();

        foreach (var user in new[] { "ada", "closed", "some", "most", "expired", "nobody" })
            foreach (var action in new[] { "agents:read", "agents:delete" })
            {
                log.Clear();
                await using var context = new AgentsContext(connection, log);
                var access = (await host.Grid.ReadProjects(user, "acme", ["agents:read", "agents:delete"], None)).Require();

                var page = await context.Agents.Where(agent => !agent.Hidden).WhereAllowed(access, action, agent => agent.ProjectId)
                    .OrderBy(agent => agent.Id).Skip(3).Take(20).Select(agent => agent.Id).ToListAsync();

                Assert.Single(log);
                Assert.Equal((await OneByOne(connection, user, action)).Skip(3).Take(20), page);
            }
    }

    private async Task<List<int>> OneByOne(string connection, string user, string action)
    {
        await using var context = new AgentsContext(connection);
        var allowed = new List<int>();
        foreach (var agent in await context.Agents.Where(agent => !agent.Hidden).OrderBy(agent => agent.Id).ToListAsync())
            if ((await host.Grid.User(user).Check("acme", action, agent.ProjectId)).Require().Allowed) allowed.Add(agent.Id);
        return allowed;
    }

    private static async Task Fill(string connection)
    {
        await using var context = new AgentsContext(connection);
        await context.Database.EnsureCreatedAsync();
        context.Agents.AddRange(Enumerable.Range(1, Rows).Select(id => new Agent
        {
            Id = id,
            ProjectId = (id % 5) switch { 0 => null, 1 => "p", 2 => "q", 3 => "P", _ => $"p{id}" },
            Hidden = id % 7 == 0,
        }));
        await context.SaveChangesAsync();
    }

    private async Task Members()
    {
        var acme = host.Grid.Organization("acme");
        (await acme.Create(ChangeContext.Service, new CreateOrganization("Acme", "letta", "enterprise", "ada"), None)).Require();
        await Put("closed", new ProjectAssignment { Project = ProjectScope.Others });
        await Put("some", new ProjectAssignment { Project = ProjectScope.Others }, Editor("p"), Editor("P"));
        await Put("most", new ProjectAssignment { Project = "q" }, new ProjectAssignment { Project = "p", Role = "analyst" });
        await Put("expired", Editor("p") with { ExpiresAt = TimeProvider.System.GetUtcNow().AddDays(1) });

        async Task Put(string user, params ProjectAssignment[] projects) => (await acme.PutMember(
            ChangeContext.Service, user, new MemberAssignment { Role = "editor", Projects = [.. projects] }, None)).Require();

        static ProjectAssignment Editor(string project) => new() { Project = project, Role = "editor" };
    }
}
