namespace RbacGrains.Benchmarks;

/// <summary>A path as a run has measured it.</summary>
/// <param name="Name">Which: the class, the method and its parameters.</param>
/// <param name="Figures">What it costs.</param>
/// <param name="LeastRatio">
/// The ratio at the favourable end of the run's own spread: the path's lower quartile by the limit's upper one.
/// </param>
public sealed record MeasuredPath(string Name, PathFigures Figures, double LeastRatio)
{
    /// <summary>One of several measurements of each path: the one in the middle by its ratio.</summary>
    public static IReadOnlyList<MeasuredPath> Middle(IEnumerable<MeasuredPath> measured) => Choose(measured, paths => paths[paths.Length / 2]);

    /// <summary>One of several measurements of each path: the one with the least ratio.</summary>
    public static IReadOnlyList<MeasuredPath> Best(IEnumerable<MeasuredPath> measured) => Choose(measured, paths => paths[0]);

    // What is allocated hardly varies, and never downwards: the least is what the path needs.
    private static IReadOnlyList<MeasuredPath> Choose(IEnumerable<MeasuredPath> measured, Func<MeasuredPath[], MeasuredPath> which) =>
    [
        .. measured.GroupBy(path => path.Name, StringComparer.Ordinal).Select(
            paths => (Chosen: which([.. paths.OrderBy(path => path.Figures.Ratio)]), Bytes: paths.Min(path => path.Figures.Bytes)))
            .Select(path => path.Chosen with { Figures = path.Chosen.Figures with { Bytes = path.Bytes } }),
    ];
}
