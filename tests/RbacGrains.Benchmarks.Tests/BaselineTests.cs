namespace RbacGrains.Benchmarks.Tests;

public sealed class BaselineTests
{
    private static readonly Baseline Known = Baseline.Empty.With([Path("check", 2, 100), Path("decision", 0.5, 0)]);

    [Fact]
    public void The_same_figures_are_fine() =>
        Assert.All(Known.Compare([Path("check", 2, 100), Path("decision", 0.5, 0)]), path => Assert.False(path.Fails));

    [Theory]
    [InlineData(3, PathVerdict.Fine)]
    [InlineData(3.3, PathVerdict.Slower)]
    [InlineData(0.1, PathVerdict.Fine)]
    public void A_ratio_that_worsens_beyond_the_tolerance_is_slower(double ratio, PathVerdict verdict) =>
        Assert.Equal(verdict, Verdict("check", Path("check", ratio, 100)));

    [Fact]
    public void A_ratio_that_the_runs_own_spread_explains_is_fine() =>
        Assert.Equal(PathVerdict.Fine, Verdict("check", Path("check", 3.3, 100) with { LeastRatio = 1.9 }));

    [Theory]
    [InlineData("check", 2, 110, PathVerdict.Fine)]
    [InlineData("check", 2, 111, PathVerdict.AllocatesMore)]
    [InlineData("decision", 0.5, 1, PathVerdict.AllocatesMore)]
    public void What_allocates_more_fails_however_quick_it_is(string name, double ratio, long bytes, PathVerdict verdict) =>
        Assert.Equal(verdict, Verdict(name, Path(name, ratio, bytes)));

    [Fact]
    public void A_path_that_was_not_measured_and_one_that_is_new_are_shown_and_do_not_fail()
    {
        var compared = Known.Compare([Path("check", 2, 100), Path("preview", 9, 900)]);

        Assert.Equal(
            [("check", PathVerdict.Fine), ("decision", PathVerdict.NotMeasured), ("preview", PathVerdict.New)],
            compared.Select(path => (path.Name, path.Verdict)));
        Assert.DoesNotContain(compared, path => path.Fails);
    }

    [Fact]
    public void A_refreshed_baseline_keeps_what_was_not_measured_and_its_tolerances()
    {
        var refreshed = (Known with { TimeTolerance = 1.7 }).With([Path("check", 1.23456, 80)]);

        Assert.Equal(new PathFigures(1.235, 80), refreshed.Paths["check"]);
        Assert.Equal(new PathFigures(0.5, 0), refreshed.Paths["decision"]);
        Assert.Equal(1.7, refreshed.TimeTolerance);
        Assert.Equal(new PathFigures(2, 100), Known.Paths["check"]);
    }

    [Fact]
    public void Of_several_measurements_a_baseline_takes_the_middle_and_a_comparison_the_best()
    {
        MeasuredPath[] measured = [Path("check", 3, 110), Path("decision", 1, 0), Path("check", 2, 104), Path("check", 9, 102)];

        Assert.Equal([("check", 3), ("decision", 1)], MeasuredPath.Middle(measured).Select(path => (path.Name, path.Figures.Ratio)));
        Assert.Equal([("check", 2), ("decision", 1)], MeasuredPath.Best(measured).Select(path => (path.Name, path.Figures.Ratio)));
        Assert.All((long[])[MeasuredPath.Middle(measured)[0].Figures.Bytes, MeasuredPath.Best(measured)[0].Figures.Bytes], bytes => Assert.Equal(102, bytes));
    }

    [Fact]
    public void A_baseline_is_read_as_it_was_written()
    {
        var read = Baseline.Read(Known.Write());

        Assert.Equal(Known.Paths, read.Paths);
        Assert.Equal((Known.TimeTolerance, Known.BytesTolerance), (read.TimeTolerance, read.BytesTolerance));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("""{"time_tolerance":1.3,"bytes_tolerance":1.05}""")]
    [InlineData("""{"time_tolerance":0.9,"bytes_tolerance":1.05,"paths":{}}""")]
    public void What_is_no_baseline_is_refused(string text) => Assert.Throws<InvalidDataException>(() => Baseline.Read(text));

    private static PathVerdict Verdict(string name, MeasuredPath now) => Known.Compare([now]).Single(path => path.Name == name).Verdict;

    private static MeasuredPath Path(string name, double ratio, long bytes) => new(name, new PathFigures(ratio, bytes), ratio * 0.95);
}
