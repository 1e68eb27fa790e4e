namespace RbacGrains.Benchmarks;

/// <summary>A path before and now.</summary>
/// <param name="Name">Which.</param>
/// <param name="Before">The baseline; null for a path that it does not have.</param>
/// <param name="Now">This run; null for a path that was not measured.</param>
/// <param name="Verdict">What to say of it.</param>
public sealed record ComparedPath(string Name, PathFigures? Before, MeasuredPath? Now, PathVerdict Verdict)
{
    /// <summary>Whether it fails the comparison.</summary>
    public bool Fails => Verdict is PathVerdict.Slower or PathVerdict.AllocatesMore;
}
