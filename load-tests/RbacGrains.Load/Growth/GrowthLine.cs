namespace RbacGrains.Load;

/// <summary>What one thing costs at growing sizes.</summary>
/// <param name="Name">The thing.</param>
/// <param name="Unit">What its values are.</param>
/// <param name="Points">The values, by rising size; a size at which it was not measured is left out.</param>
public sealed record GrowthLine(string Name, GrowthUnit Unit, IReadOnlyList<GrowthPoint> Points)
{
    /// <summary>How many times the first value the last one is; null where there are fewer than two, or nothing to compare with.</summary>
    public double? Growth => Points is [{ Value: > 0 } first, .., var last] ? last.Value / first.Value : null;

    /// <summary>The value at a size; null where it was not measured.</summary>
    public double? At(double size)
    {
        foreach (var point in Points)
            if (point.Size.Equals(size)) return point.Value;
        return null;
    }
}

/// <summary>A value at a size.</summary>
/// <param name="Size">How much there was.</param>
/// <param name="Value">What it cost.</param>
public sealed record GrowthPoint(double Size, double Value);
