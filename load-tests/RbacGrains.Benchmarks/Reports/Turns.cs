namespace RbacGrains.Benchmarks;

/// <summary>Two things measured in turns (A B, B A, ...), so that what else the machine does meets both.</summary>
internal sealed class Turns
{
    private readonly List<Cost> _first = [];
    private readonly List<Cost> _second = [];

    /// <summary>What the first of them cost.</summary>
    public Cost First => Cost.Of(_first);

    /// <summary>What the second of them cost.</summary>
    public Cost Second => Cost.Of(_second);

    /// <summary>How many of the first were made while one of the second was: the median of the pairs.</summary>
    public double Ratio => Ratios[Ratios.Length / 2];

    /// <summary>The middle half of the pairs.</summary>
    public string Range => $"{Ratios[Ratios.Length / 4]:P0} to {Ratios[Ratios.Length * 3 / 4]:P0}";

    private double[] Ratios => [.. _first.Zip(_second, (a, b) => a.Latencies.PerSecond / b.Latencies.PerSecond).Order()];

    /// <summary>Measures pairs; one more goes before them and is not counted.</summary>
    /// <param name="pairs">How many.</param>
    /// <param name="duration">How long one of a pair takes.</param>
    /// <param name="concurrency">How many operations at once.</param>
    /// <param name="first">One operation of the first kind, as for <see cref="ClosedLoop"/>.</param>
    /// <param name="second">One of the second.</param>
    public static Task<Turns> Run(
        int pairs, TimeSpan duration, int concurrency, Func<int, int, Task> first, Func<int, int, Task> second) => Run(
        pairs,
        () => ClosedLoop.Run(concurrency, duration, first),
        () => ClosedLoop.Run(concurrency, duration, second));

    /// <summary>Measures pairs; one more goes before them and is not counted.</summary>
    /// <param name="pairs">How many.</param>
    /// <param name="first">Measures the first of a pair.</param>
    /// <param name="second">Measures the second.</param>
    public static async Task<Turns> Run(int pairs, Func<Task<Latencies>> first, Func<Task<Latencies>> second)
    {
        var turns = new Turns();
        for (var pair = -1; pair < pairs; pair++)
        {
            var isFirst = pair % 2 == 0;
            var one = await Cost.Of(isFirst ? first : second);
            var other = await Cost.Of(isFirst ? second : first);
            if (pair < 0) continue;
            turns._first.Add(isFirst ? one : other);
            turns._second.Add(isFirst ? other : one);
        }
        return turns;
    }
}
