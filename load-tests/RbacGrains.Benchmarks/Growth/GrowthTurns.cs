using System.Diagnostics;
using RbacGrains.Load;

namespace RbacGrains.Benchmarks;

/// <summary>
/// Measures one thing after another, each at all sizes in turns: rounds over the sizes, forwards and backwards, so that what else the machine does meets
/// them all. A value is the median of the rounds.
/// </summary>
/// <typeparam name="TWorld">What there is at a size.</typeparam>
/// <param name="worlds">The sizes, rising, and what there is at each.</param>
internal sealed class GrowthTurns<TWorld>(IReadOnlyList<(double Size, TWorld World)> worlds)
{
    private readonly List<GrowthLine> _lines = [];

    /// <summary>What was measured so far.</summary>
    public IReadOnlyList<GrowthLine> Lines => _lines;

    /// <summary>Measures how long something takes.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="rounds">How many rounds count; half as many more go before them, until its code has been compiled for good.</param>
    /// <param name="times">How often it is done in a round; what counts is the mean of those.</param>
    /// <param name="operation">Does it once, by a number that rises from 0 at each size.</param>
    /// <param name="prepare">What is done before each round, unmeasured, by the number of the round; null for nothing.</param>
    /// <param name="each">How many things one operation does; what counts is one of them.</param>
    public async Task Time(
        string name,
        int rounds,
        int times,
        Func<TWorld, int, ValueTask> operation,
        Func<TWorld, int, ValueTask>? prepare = null,
        int each = 1)
    {
        Console.WriteLine(name);
        var values = worlds.Select(_ => new List<double>()).ToArray();
        var before = Before(rounds);
        for (var round = 0; round < before + rounds; round++)
            for (var turn = 0; turn < worlds.Count; turn++)
            {
                var place = round % 2 == 0 ? turn : worlds.Count - 1 - turn;
                var world = worlds[place].World;
                if (prepare is not null) await prepare(world, round);
                var begin = Stopwatch.GetTimestamp();
                for (var time = 0; time < times; time++) await operation(world, (round * times) + time);
                var elapsed = Stopwatch.GetElapsedTime(begin);
                if (round >= before) values[place].Add(elapsed.TotalNanoseconds / times / each);
            }
        Add(name, GrowthUnit.Nanoseconds, place => Median(values[place]));
    }

    /// <summary>Adds what was found in another way.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="unit">What its values are.</param>
    /// <param name="find">Finds the value of a size's world; null where there is none.</param>
    public void Find(string name, GrowthUnit unit, Func<TWorld, double?> find) => Add(name, unit, place => find(worlds[place].World));

    /// <summary>How many rounds go before those that count.</summary>
    public static int Before(int rounds) => (rounds + 1) / 2;

    /// <summary>The middle of some values.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] ordered = [.. values.Order()];
        return (ordered[(ordered.Length - 1) / 2] + ordered[ordered.Length / 2]) / 2;
    }

    private void Add(string name, GrowthUnit unit, Func<int, double?> value) => _lines.Add(new GrowthLine(
        name,
        unit,
        [
            .. Enumerable.Range(0, worlds.Count)
                .Select(place => (worlds[place].Size, Value: value(place)))
                .Where(point => point.Value is not null)
                .Select(point => new GrowthPoint(point.Size, point.Value!.Value)),
        ]));
}
