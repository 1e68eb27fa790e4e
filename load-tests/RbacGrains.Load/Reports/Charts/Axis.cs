namespace RbacGrains.Load;

/// <summary>One direction of a chart: which values it shows, and where.</summary>
/// <param name="Low">The value at its beginning.</param>
/// <param name="High">The value at its end; greater than <paramref name="Low"/>.</param>
/// <param name="IsLogarithmic">Whether equal distances are equal factors; values are then greater than 0.</param>
/// <param name="Marks">The values that are written beside it.</param>
/// <param name="Label">How such a value is written.</param>
internal sealed record Axis(double Low, double High, bool IsLogarithmic, IReadOnlyList<double> Marks, Func<double, string> Label)
{
    private const double Slack = 1e-6;

    /// <summary>What it measures; empty where the chart's title says it.</summary>
    public string Title { get; init; } = "";

    /// <summary>From zero to a round number not below any value.</summary>
    public static Axis FromZero(IEnumerable<double> values, Func<double, string> label)
    {
        var most = values.Append(0).Max();
        var step = RoundUp(most > 0 ? most / 4 : 0.25);
        var steps = Math.Max(1, (int)Math.Ceiling(most / step));
        return new Axis(0, steps * step, false, [.. Enumerable.Range(0, steps + 1).Select(mark => mark * step)], label);
    }

    /// <summary>Powers of ten around all values above zero.</summary>
    public static Axis PowersOfTen(IEnumerable<double> values, Func<double, string> label)
    {
        var positive = values.Where(value => value > 0).DefaultIfEmpty(1).ToList();
        // A power of ten that was calculated may be a little more.
        var low = (int)Math.Floor(Math.Log10(positive.Min()) + Slack);
        var high = Math.Max(low + 1, (int)Math.Ceiling(Math.Log10(positive.Max()) - Slack));
        return new Axis(
            Math.Pow(10, low), Math.Pow(10, high), true, [.. Enumerable.Range(low, high - low + 1).Select(power => Math.Pow(10, power))], label);
    }

    /// <summary>From the least of some values above zero to the greatest, equal distances being equal factors, with a mark at each.</summary>
    public static Axis At(IReadOnlyCollection<double> values, Func<double, string> label)
    {
        double[] marks = [.. values.Where(value => value > 0).Distinct().Order()];
        var (low, high) = marks is [var least, .., var most] ? (least, most) : (marks.DefaultIfEmpty(1).First(), marks.DefaultIfEmpty(1).First() * 10);
        return new Axis(low, high, true, marks, label);
    }

    /// <summary>Where a value is, from 0 at the beginning to 1 at the end; a value outside at the nearer of them.</summary>
    public double PlaceOf(double value)
    {
        var place = IsLogarithmic
            ? Math.Log(Math.Max(value, Low) / Low) / Math.Log(High / Low)
            : (value - Low) / (High - Low);
        return Math.Clamp(place, 0, 1);
    }

    // 1, 2 or 5 times a power of ten.
    private static double RoundUp(double value)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return (value / power) switch
        {
            <= 1 => power,
            <= 2 => 2 * power,
            <= 5 => 5 * power,
            _ => 10 * power,
        };
    }
}
