using System.Globalization;

namespace RbacGrains.Load;

/// <summary>The same number a second all the time.</summary>
/// <param name="PerSecond">How many; more than 0.</param>
/// <param name="Duration">For how long.</param>
public sealed record ConstantRate(double PerSecond, TimeSpan Duration) : OpenShape(Duration)
{
    /// <inheritdoc/>
    public override TimeSpan Due(long number) => TimeSpan.FromSeconds(number / PerSecond);

    /// <inheritdoc/>
    public override string Describe() => string.Create(CultureInfo.InvariantCulture, $"{PerSecond:#,0.##} a second");

    /// <inheritdoc/>
    public override LoadShape Warming(TimeSpan duration) => new ConstantRate(PerSecond, duration);
}

/// <summary>Evenly more a second, or fewer.</summary>
/// <param name="First">How many a second at the beginning; more than 0.</param>
/// <param name="Last">How many a second at the end; more than 0.</param>
/// <param name="Duration">For how long.</param>
public sealed record RampingRate(double First, double Last, TimeSpan Duration) : OpenShape(Duration)
{
    /// <inheritdoc/>
    public override TimeSpan Due(long number)
    {
        // As many have begun after t seconds as the surface below the line: First*t + slope*t*t/2.
        var slope = (Last - First) / Duration.TotalSeconds;
        if (slope == 0) return TimeSpan.FromSeconds(number / First);
        var under = (First * First) + (2 * slope * number);
        // A falling line never gets that far.
        return under < 0 ? TimeSpan.MaxValue : TimeSpan.FromSeconds(2 * number / (First + Math.Sqrt(under)));
    }

    /// <inheritdoc/>
    public override string Describe() => string.Create(CultureInfo.InvariantCulture, $"from {First:#,0.##} to {Last:#,0.##} a second");

    /// <inheritdoc/>
    public override LoadShape Warming(TimeSpan duration) => new ConstantRate(First, duration);
}
