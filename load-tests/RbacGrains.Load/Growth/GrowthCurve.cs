namespace RbacGrains.Load;

/// <summary>What things cost while one thing grows.</summary>
/// <param name="Name">A word for it, which names its files.</param>
/// <param name="Title">What was measured, in a line.</param>
/// <param name="Across">What grows.</param>
/// <param name="Lines">What was measured; each size of one is a size of the curve.</param>
/// <param name="Notes">Sentences behind the table.</param>
/// <param name="LoadAverage">The machine's load average before and after; a question mark where it does not say.</param>
public sealed record GrowthCurve(
    string Name, string Title, string Across, IReadOnlyList<GrowthLine> Lines, IReadOnlyList<string> Notes, string LoadAverage)
{
    /// <summary>All sizes, rising.</summary>
    public IReadOnlyList<double> Sizes => [.. Lines.SelectMany(line => line.Points).Select(point => point.Size).Distinct().Order()];

    /// <summary>The sizes and the values at them, as a table; its last row says how many times the first value the last one is.</summary>
    public IEnumerable<IReadOnlyList<string>> Rows() =>
    [
        .. Sizes.Select(size => (string[])
        [
            Numbers.Size(size),
            .. Lines.Select(line => line.At(size) is { } value ? GrowthValues.Show(line.Unit, value) : ""),
        ]),
        (string[])["last beside first", .. Lines.Select(line => line.Growth is { } growth ? $"{Numbers.Size(growth)} ×" : "")],
    ];

    /// <summary>The columns of <see cref="Rows"/>.</summary>
    public IReadOnlyList<string> Columns => [Across, .. Lines.Select(line => line.Name)];
}
