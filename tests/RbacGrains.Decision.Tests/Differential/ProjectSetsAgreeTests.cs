using System.Globalization;
using System.Security.Cryptography;
using RbacGrains.Model;
using Xunit.Abstractions;

namespace RbacGrains.Decision.Tests.Differential;

public sealed class ProjectSetsAgreeTests(ITestOutputHelper output)
{
    private const string SeedVariable = "RBAC_DIFFERENTIAL_SEED";
    private const int LeastCases = 100_000;

    private static readonly DateTimeOffset Now = new(2026, 6, 19, 12, 0, 0, TimeSpan.Zero);
    private static readonly string?[] Projects = [null, "blue", "green", "unheard-of", "Blue"];

    [Fact]
    public void The_projects_of_an_action_are_those_in_which_the_evaluator_allows_it()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable(SeedVariable), CultureInfo.InvariantCulture, out var given)
            ? given
            : RandomNumberGenerator.GetInt32(int.MaxValue);
        output.WriteLine($"{SeedVariable}={seed}");
        var dice = new Dice(seed);
        var clock = new StoppedClock(Now);
        var shapes = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var cases = 0; cases < LeastCases;)
        {
            var model = RandomModel.Make(dice);
            var policy = new Policy(model, dice.OneOf(model.Plans).Id, 1, RandomCustomRoles.Make(dice, model));
            var access = RandomAccess.Make(dice, model, [.. policy.Roles.Select(role => role.Id)], Now);
            foreach (var action in WordsOf(model))
            {
                var set = ProjectSet.Of(policy, access, action, clock);
                foreach (var project in Projects)
                    Assert.True(
                        Evaluator.Allows(policy, access, action, project, clock) == set.Contains(project),
                        $"'{action}' in '{project}' is not as in the set of {set}.\n{new Case(seed, policy, access, Now).Dump()}");
                var shape = set.ToString().Split(' ')[0];
                shapes[shape] = shapes.GetValueOrDefault(shape) + 1;
                cases++;
            }
        }

        foreach (var (shape, count) in shapes) output.WriteLine($"{shape}: {count}");
        Assert.Equal(["all", "everything", "nothing", "only"], shapes.Keys.Order(StringComparer.Ordinal));
        Assert.All(shapes.Values, count => Assert.True(count > 1000));
    }

    private static IEnumerable<string> WordsOf(AuthorizationModel model) => model.Actions.Names
        .Concat(model.AreaTable.All.SelectMany(area => model.Levels.Select(level => $"{area.Id}@{level.Id}")))
        .Append("nothing:known");
}
