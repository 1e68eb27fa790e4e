namespace RbacGrains.Load;

/// <summary>How long something took, in microseconds, each at most a part in 128 too long.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="P50">What half of them did not exceed.</param>
/// <param name="P95">What 95 of 100 did not exceed.</param>
/// <param name="P99">What 99 of 100 did not exceed.</param>
/// <param name="P999">What 999 of 1,000 did not exceed.</param>
/// <param name="Max">The longest, exactly.</param>
public sealed record LatencyFigures(double Mean, double P50, double P95, double P99, double P999, double Max)
{
    /// <summary>Of what was counted.</summary>
    internal static LatencyFigures Of(Histogram histogram)
    {
        double At(double part) => histogram.PercentileNanoseconds(part) / 1e3;
        return new(histogram.MeanNanoseconds / 1e3, At(0.5), At(0.95), At(0.99), At(0.999), histogram.MaxNanoseconds / 1e3);
    }
}
