using System.Diagnostics;

namespace RbacGrains.LoadTests;

/// <summary>
/// Calls grains that do nothing and checks in turns, for many short rounds, so that whatever else the machine does meets both alike.
/// </summary>
/// <param name="Name">From where it is called.</param>
/// <param name="Call">Calls for a time, and answers how many calls were answered.</param>
internal sealed record Comparison(string Name, Func<CallKind, TimeSpan, Task<long>> Call)
{
    /// <summary>Warms up, and compares.</summary>
    /// <param name="noOp">How a grain that does nothing is called.</param>
    /// <param name="kind">What to compare with it.</param>
    /// <param name="rounds">How many pairs.</param>
    /// <param name="duration">How long each half of a pair takes.</param>
    public async Task<ComparisonFigures> Run(CallKind noOp, CallKind kind, int rounds, TimeSpan duration)
    {
        foreach (var warm in (CallKind[])[noOp, kind, noOp, kind]) await Call(warm, duration);
        var pairs = new List<Pair>();
        for (var round = 0; round < rounds; round++)
        {
            // In turns, so that neither always comes after the other.
            var isNoOpFirst = round % 2 == 0;
            var first = await Measure(isNoOpFirst ? noOp : kind, duration);
            var second = await Measure(isNoOpFirst ? kind : noOp, duration);
            pairs.Add(isNoOpFirst ? new Pair(first, second) : new Pair(second, first));
        }
        return new ComparisonFigures(Name, kind, pairs);
    }

    private async Task<double> Measure(CallKind kind, TimeSpan duration)
    {
        var begun = Stopwatch.GetTimestamp();
        var calls = await Call(kind, duration);
        return calls / Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }
}

/// <summary>What one pair has reached, in calls a second.</summary>
internal sealed record Pair(double NoOp, double Check)
{
    /// <summary>The check's part of what is possible.</summary>
    public double Ratio => Check / NoOp;
}
