using RbacGrains.Load;
using RbacGrains.Model;

namespace RbacGrains.Benchmarks.Tests;

public sealed class GrowthTests
{
    [Theory]
    [InlineData(13, 3)]
    [InlineData(13, 500)]
    [InlineData(1_000, 3)]
    public void A_generated_model_has_the_areas_and_roles_that_were_asked_for(int areas, int roles)
    {
        var model = GeneratedModel.Read(GeneratedModel.Write(areas, roles));

        Assert.Equal(areas, model.AreaTable.All.Length);
        Assert.Equal(roles, model.Roles.Length);
        var policy = new Policy(model, "enterprise");
        var access = new Access { Role = GeneratedModel.Role(roles - 1) };
        Assert.Contains(model.Actions.Names, action => Evaluator.Allows(policy, access, action, null, TimeProvider.System));
        Assert.Contains(model.Actions.Names, action => !Evaluator.Allows(policy, access, action, null, TimeProvider.System));
    }

    [Fact]
    public async Task Every_size_is_measured_in_each_round()
    {
        var (small, large) = (new List<int>(), new List<int>());
        var turns = new GrowthTurns<List<int>>([(10, small), (100, large)]);

        await turns.Time("adding", rounds: 2, times: 2, Add, (list, _) => Add(list, -1));

        Assert.Equal([-1, 0, 1, -1, 2, 3, -1, 4, 5], small);
        Assert.Equal(small, large);
        var line = Assert.Single(turns.Lines);
        Assert.Equal((GrowthUnit.Nanoseconds, "adding"), (line.Unit, line.Name));
        Assert.Equal([10, 100], line.Points.Select(point => point.Size));

        static ValueTask Add(List<int> list, int number)
        {
            list.Add(number);
            return default;
        }
    }

    [Fact]
    public void A_size_of_which_nothing_is_known_is_left_out()
    {
        var turns = new GrowthTurns<string>([(1, "a"), (2, "bb")]);
        turns.Find("length", GrowthUnit.Number, text => text.Length > 1 ? text.Length : null);

        Assert.Equal([new GrowthPoint(2, 2)], turns.Lines[0].Points);
    }

    [Theory]
    [InlineData(new double[] { 3, 1, 2 }, 2)]
    [InlineData(new double[] { 4, 1, 3, 2 }, 2.5)]
    public void The_median_is_the_middle(double[] values, double median) => Assert.Equal(median, GrowthTurns<string>.Median(values));

    [Fact]
    public async Task A_curve_that_there_is_not_is_refused() =>
        Assert.Equal(2, await GrowthCommand.Run(new Settings(Quick: true, Path.GetTempPath()), ["planets"]));
}
