namespace RbacGrains.Load.Tests;

public sealed class HistogramTests
{
    [Fact]
    public void Buckets_follow_each_other_without_a_gap()
    {
        for (var bucket = 1; bucket < 7000; bucket++)
        {
            var last = Histogram.LastOf(bucket);
            Assert.True(last > Histogram.LastOf(bucket - 1));
            Assert.Equal(bucket, Histogram.BucketOf(last));
            Assert.Equal(bucket + 1, Histogram.BucketOf(last + 1));
        }
    }

    [Fact]
    public void The_longest_time_there_is_has_a_bucket()
    {
        var histogram = new Histogram();
        histogram.Record(TimeSpan.FromTicks(long.MaxValue / TimeSpan.NanosecondsPerTick));
        Assert.Equal(1, histogram.Count);
    }

    [Fact]
    public void No_bucket_is_wider_than_a_hundredth_of_what_is_in_it()
    {
        for (var bucket = 1; bucket < 7000; bucket++)
        {
            var (first, last) = (Histogram.LastOf(bucket - 1) + 1, Histogram.LastOf(bucket));
            Assert.True(last - first <= first / 100.0, $"{first} to {last}");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Percentiles_are_those_of_the_sorted_durations_to_a_hundredth(int seed)
    {
        var histogram = new Histogram();
        var random = new Random(seed);
        var durations = Enumerable.Range(0, 10_000).Select(_ => TimeSpan.FromMicroseconds(Math.Pow(10, random.NextDouble() * 6))).ToList();
        durations.ForEach(histogram.Record);
        durations.Sort();
        foreach (var part in (double[])[0.01, 0.5, 0.9, 0.99, 0.999])
        {
            var exact = durations[(int)Math.Ceiling(part * durations.Count) - 1];
            Assert.InRange(histogram.Percentile(part) / exact, 0.999, 1.01);
        }
        Assert.Equal(durations[^1], histogram.Max);
        Assert.Equal(durations[^1], histogram.Percentile(1));
    }

    [Fact]
    public void Two_added_up_are_as_one_that_saw_everything()
    {
        var (all, first, second) = (new Histogram(), new Histogram(), new Histogram());
        for (var micros = 1; micros <= 1000; micros++)
        {
            all.Record(TimeSpan.FromMicroseconds(micros));
            (micros % 3 == 0 ? first : second).Record(TimeSpan.FromMicroseconds(micros));
        }
        first.Add(second);
        Assert.Equal(all.Count, first.Count);
        Assert.Equal(all.Max, first.Max);
        Assert.All((double[])[0.1, 0.5, 0.99], part => Assert.Equal(all.Percentile(part), first.Percentile(part)));
    }

    [Fact]
    public void One_that_was_cleared_is_as_new()
    {
        var histogram = new Histogram();
        histogram.Record(TimeSpan.FromSeconds(1));
        histogram.Clear();
        histogram.Record(1_000);
        Assert.Equal((1, 1_000, 1_000.0), (histogram.Count, histogram.PercentileNanoseconds(0.99), histogram.MeanNanoseconds));
    }

    [Fact]
    public void An_empty_one_answers_with_zero() => Assert.Equal(TimeSpan.Zero, new Histogram().Percentile(0.99));
}
