using System.Globalization;

namespace RbacGrains.LoadTests;

/// <summary>What a comparison has found.</summary>
/// <param name="From">From where it was called.</param>
/// <param name="Kind">What was compared.</param>
/// <param name="Pairs">Each pair.</param>
internal sealed record ComparisonFigures(string From, CallKind Kind, IReadOnlyList<Pair> Pairs)
{
    /// <summary>The columns of their table.</summary>
    public static readonly string[] Columns = ["called from", "no-op, per second", "check, per second", "ratio, median", "from", "to"];

    /// <summary>The ratio in the middle.</summary>
    public double Median => Middle(pair => pair.Ratio);

    /// <summary>Their row.</summary>
    public IReadOnlyList<string> Row() =>
    [
        Kind == CallKind.Check ? $"{From}, by IGrid and GetGrain" : $"{From}, by kept references",
        Middle(pair => pair.NoOp).ToString("N0", CultureInfo.InvariantCulture),
        Middle(pair => pair.Check).ToString("N0", CultureInfo.InvariantCulture),
        .. ((double[])[Median, Pairs.Min(pair => pair.Ratio), Pairs.Max(pair => pair.Ratio)])
            .Select(ratio => ratio.ToString("P1", CultureInfo.InvariantCulture)),
    ];

    private double Middle(Func<Pair, double> of)
    {
        var ordered = Pairs.Select(of).Order().ToList();
        return (ordered[(ordered.Count - 1) / 2] + ordered[ordered.Count / 2]) / 2;
    }
}
