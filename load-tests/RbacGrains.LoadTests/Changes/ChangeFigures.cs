using System.Globalization;

namespace RbacGrains.LoadTests;

/// <summary>Changes beside the database's own commits.</summary>
/// <param name="AtOnce">How many workers.</param>
internal sealed record ChangeFigures(int AtOnce)
{
    /// <summary>The columns of their table.</summary>
    public static readonly string[] Columns =
        ["at once", "changes, per second", "p50", "p99", "lost", "commits of a row, per second", "p50", "p99", "ratio, median", "from", "to"];

    private readonly Histogram _changes = new();
    private readonly Histogram _commits = new();
    private readonly List<(double Changes, double Commits)> _pairs = [];

    /// <summary>How many changes were not acknowledged.</summary>
    public long Lost { get; private set; }

    /// <summary>Changes a second and commits a second, of each pair.</summary>
    public IReadOnlyList<double[]> Pairs => [.. _pairs.Select(pair => (double[])[pair.Changes, pair.Commits])];

    /// <summary>The ratio in the middle.</summary>
    public double Median => Middle(pair => pair.Changes / pair.Commits);

    /// <summary>Adds a pair.</summary>
    public void Add(ChangeRun changes, ChangeRun commits)
    {
        _pairs.Add((changes.PerSecond, commits.PerSecond));
        _changes.Add(changes.Durations);
        Lost += changes.Lost;
        _commits.Add(commits.Durations);
    }

    /// <summary>Their row.</summary>
    public IReadOnlyList<string> Row() =>
    [
        $"{AtOnce}",
        Number(Middle(pair => pair.Changes)), _changes.Percentile(0.5).Show(), _changes.Percentile(0.99).Show(), $"{Lost}",
        Number(Middle(pair => pair.Commits)), _commits.Percentile(0.5).Show(), _commits.Percentile(0.99).Show(),
        .. ((double[])[Median, _pairs.Min(pair => pair.Changes / pair.Commits), _pairs.Max(pair => pair.Changes / pair.Commits)])
            .Select(ratio => ratio.ToString("P1", CultureInfo.InvariantCulture)),
    ];

    private static string Number(double number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private double Middle(Func<(double Changes, double Commits), double> of)
    {
        var ordered = _pairs.Select(of).Order().ToList();
        return (ordered[(ordered.Count - 1) / 2] + ordered[ordered.Count / 2]) / 2;
    }
}
