namespace RbacGrains.Load;

/// <summary>What the values of a line are.</summary>
public enum GrowthUnit
{
    /// <summary>Durations in nanoseconds.</summary>
    Nanoseconds,

    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>So many a second.</summary>
    PerSecond,

    /// <summary>A number of things.</summary>
    Number,
}
