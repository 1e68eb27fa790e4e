using System.Globalization;

namespace RbacGrains.Load;

/// <summary>The same number at once all the time.</summary>
/// <param name="Copies">How many; at least 1.</param>
/// <param name="Duration">For how long.</param>
public sealed record ClosedLoop(int Copies, TimeSpan Duration) : ClosedShape(Duration)
{
    /// <inheritdoc/>
    public override int Copies { get; } = Copies;

    /// <inheritdoc/>
    public override (TimeSpan From, TimeSpan Until) Working(int copy) => (TimeSpan.Zero, Duration);

    /// <inheritdoc/>
    public override string Describe() => string.Create(CultureInfo.InvariantCulture, $"closed loop, {Copies:N0} at once");

    /// <inheritdoc/>
    public override LoadShape Warming(TimeSpan duration) => new ClosedLoop(Copies, duration);
}

/// <summary>Evenly more at once, or fewer.</summary>
/// <param name="First">How many at the beginning; at least 1.</param>
/// <param name="Last">How many at the end; at least 1.</param>
/// <param name="Duration">For how long.</param>
public sealed record RampingCopies(int First, int Last, TimeSpan Duration) : ClosedShape(Duration)
{
    /// <inheritdoc/>
    public override int Copies => Math.Max(First, Last);

    /// <inheritdoc/>
    public override (TimeSpan From, TimeSpan Until) Working(int copy)
    {
        if (copy < Math.Min(First, Last)) return (TimeSpan.Zero, Duration);
        // When the line between the two numbers passes this one.
        var moment = Duration * ((copy + 1 - (double)First) / (Last - First));
        return First < Last ? (moment, Duration) : (TimeSpan.Zero, Duration * ((First - copy) / (double)(First - Last)));
    }

    /// <inheritdoc/>
    public override string Describe() => string.Create(CultureInfo.InvariantCulture, $"closed loop, from {First:N0} to {Last:N0} at once");

    /// <inheritdoc/>
    public override LoadShape Warming(TimeSpan duration) => new ClosedLoop(First, duration);
}
