namespace RbacGrains.Benchmarks;

/// <summary>A path as a run has measured it.</summary>
/// <param name="Name">Which: the class, the method and its parameters.</param>
/// <param name="Figures">What it costs.</param>
/// <param name="LeastRatio">
/// The ratio at the favourable end of the run's own spread: the path's lower quartile by the limit's upper one.
/// </param>
public sealed record MeasuredPath(string Name, PathFigures Figures, double LeastRatio);
