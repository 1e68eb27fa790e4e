namespace RbacGrains.Load.Tests;

public sealed class ShapeTests
{
    private static readonly TimeSpan Ten = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("closed:64", "closed loop, 64 at once")]
    [InlineData("closed:1..64", "closed loop, from 1 to 64 at once")]
    [InlineData("rate:2000", "2,000 a second")]
    [InlineData("rate:0.5", "0.5 a second")]
    [InlineData("ramp:100..5000", "from 100 to 5,000 a second")]
    public void A_shape_is_read(string text, string described) => Assert.Equal(described, ShapeText.Read(text, Ten).Shape?.Describe());

    [Theory]
    [InlineData("")]
    [InlineData("closed")]
    [InlineData("closed:0")]
    [InlineData("closed:-1")]
    [InlineData("closed:1e3")]
    [InlineData("closed:1..")]
    [InlineData("rate:0")]
    [InlineData("rate:NaN")]
    [InlineData("rate:1..2")]
    [InlineData("ramp:5")]
    [InlineData("ramp:1..2..3")]
    [InlineData("square:3")]
    public void What_is_no_shape_is_refused_in_words(string text)
    {
        var (shape, mistake) = ShapeText.Read(text, Ten);

        Assert.Null(shape);
        Assert.Contains($"'{text}'", mistake, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100, 500)]
    [InlineData(500, 100)]
    [InlineData(300, 300)]
    public void A_ramp_has_begun_as_many_as_its_mean_rate_says(double first, double last)
    {
        var ramp = new RampingRate(first, last, Ten);
        var begun = Enumerable.Range(0, 10_000).Select(number => ramp.Due(number)).TakeWhile(due => due < Ten).ToList();

        Assert.InRange(begun.Count, 2_999, 3_001);
        Assert.Equal(begun.Order(), begun);
        // In its first second, which ends a tenth of the way up or down.
        Assert.InRange(begun.Count(due => due < TimeSpan.FromSeconds(1)), first + ((last - first) / 20) - 1, first + ((last - first) / 20) + 1);
    }

    [Fact]
    public void Ever_more_copies_begin_one_after_another_and_work_to_the_end()
    {
        var ramp = new RampingCopies(2, 6, Ten);
        var working = Enumerable.Range(0, ramp.Copies).Select(ramp.Working).ToList();

        Assert.Equal([0, 0, 2.5, 5, 7.5, 10], working.Select(one => one.From.TotalSeconds));
        Assert.All(working, one => Assert.Equal(Ten, one.Until));
    }

    [Fact]
    public void Ever_fewer_copies_end_one_after_another()
    {
        var ramp = new RampingCopies(6, 2, Ten);
        var working = Enumerable.Range(0, ramp.Copies).Select(ramp.Working).ToList();

        Assert.All(working, one => Assert.Equal(TimeSpan.Zero, one.From));
        Assert.Equal([10, 10, 10, 7.5, 5, 2.5], working.Select(one => one.Until.TotalSeconds));
    }
}
