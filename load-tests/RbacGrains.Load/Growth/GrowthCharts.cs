namespace RbacGrains.Load;

/// <summary>The charts of a growth curve: one for each unit, since values of two units have no axis in common.</summary>
internal static class GrowthCharts
{
    private static readonly string[] Colors = ["a", "b", "c", "d", "e", "f", "g", "h"];

    /// <summary>All of them.</summary>
    public static IEnumerable<Chart> Of(GrowthCurve curve) =>
        from line in curve.Lines
        where line.Points.Any(point => point.Value > 0)
        group line by line.Unit into lines
        select Of(curve, lines.Key, [.. lines]);

    private static Chart Of(GrowthCurve curve, GrowthUnit unit, IReadOnlyList<GrowthLine> lines)
    {
        var across = Axis.At(curve.Sizes.ToList(), Numbers.Size);
        var up = Axis.PowersOfTen(lines.SelectMany(line => line.Points).Select(point => point.Value), value => GrowthValues.Mark(unit, value));
        return new Chart(
            curve.Title,
            across with { Title = $"{curve.Across}, logarithmic" },
            up with { Title = GrowthValues.Name(unit) },
            [.. lines.Select((line, number) => Line(line, Colors[number % Colors.Length]))])
        {
            Width = 720,
            Height = unit == GrowthUnit.Nanoseconds ? 420 : 220,
        };
    }

    private static ChartLine Line(GrowthLine line, string color) =>
        new(line.Name, color, [.. line.Points.Where(point => point.Value > 0).Select(point => (point.Size, point.Value))])
        {
            Show = value => GrowthValues.Show(line.Unit, value),
        };
}
