namespace RbacGrains.Load;

/// <summary>A line of a chart.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Color">Its class in the style sheet.</param>
/// <param name="Points">Its points, from left to right.</param>
internal sealed record ChartLine(string Name, string Color, IReadOnlyList<(double X, double Y)> Points)
{
    /// <summary>How its values are written; null for as beside the axis.</summary>
    public Func<double, string>? Show { get; init; }
}
