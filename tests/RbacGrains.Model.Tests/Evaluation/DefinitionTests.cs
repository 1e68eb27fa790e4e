using System.Collections.Immutable;

namespace RbacGrains.Model.Tests.Evaluation;

public sealed class DefinitionTests
{
    private static readonly string[] GroupIds = ["design", "support"];
    private static readonly string[] ProjectIds = ["p1", "p2", ProjectScope.Others];

    public static TheoryData<string, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, int>();
            foreach (var model in new[] { "cap", "cascade", "letta", "humanloop", "agent-studio" })
                for (var seed = 1; seed <= 20; seed++) cases.Add(model, seed);
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_evaluator_decides_every_action_as_it_is_defined(string name, int seed)
    {
        var model = name switch
        {
            "cap" => Models.Cap,
            "cascade" => Models.Cascade,
            "letta" => Shipped.Letta,
            "humanloop" => Shipped.Humanloop,
            _ => Shipped.AgentStudio,
        };
        var random = new Random(seed);
        var clock = new ManualClock();
        for (var round = 0; round < 20; round++)
        {
            var plan = model.Plans[random.Next(model.Plans.Length)].Id;
            var access = AnyAccess(model, random);
            foreach (var project in new[] { null, "p1", "p2", "p3" })
            {
                var expected = model.Actions.Names
                    .Where(action => Definition.Allows(model, plan, access, action, project, clock.Now));
                Assert.Equal(expected, new Policy(model, plan).Effective(access, project, clock).Actions);
            }
        }
    }

    private static Access AnyAccess(AuthorizationModel model, Random random) => new()
    {
        Role = model.Roles[random.Next(model.Roles.Length)].Id,
        Grants = AnyGrants(model, random),
        Groups = AnyGroups(model, random),
        Suspended = random.Next(10) == 0,
        ExpiresAt = AnyExpiry(random),
        Projects = AnyProjects(model, random),
    };

    private static ImmutableArray<GroupGrants> AnyGroups(AuthorizationModel model, Random random) =>
    [
        .. GroupIds.Where(_ => random.Next(3) == 0).Select(group => new GroupGrants(
            group, 1, random.Next(2) == 0 ? null : model.Roles[random.Next(model.Roles.Length)].Id, AnyGrants(model, random))),
    ];

    private static ImmutableArray<ProjectScope> AnyProjects(AuthorizationModel model, Random random) =>
    [
        .. ProjectIds.Where(_ => random.Next(3) == 0).Select(project => new ProjectScope
        {
            Project = project,
            Role = random.Next(2) == 0 ? null : model.Roles[random.Next(model.Roles.Length)].Id,
            Grants = AnyGrants(model, random),
            ExpiresAt = AnyExpiry(random),
        }),
    ];

    private static DateTimeOffset? AnyExpiry(Random random) =>
        random.Next(4) == 0 ? ManualClock.Start.AddSeconds(random.Next(-1, 2)) : null;

    private static Grants AnyGrants(AuthorizationModel model, Random random)
    {
        var areas = model.AreaTable.All.Where(_ => random.Next(3) == 0)
            .Select(area => KeyValuePair.Create(area.Id, model.Levels[random.Next(model.Levels.Length)].Id));
        var actions = model.Actions.Names.Where(_ => random.Next(12) == 0)
            .Select(action => KeyValuePair.Create(action, Grants.Allow));
        return Grants.Of(areas.Concat(actions));
    }
}
