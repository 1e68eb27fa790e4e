namespace RbacGrains.Load;

/// <summary>How much load there is, and for how long.</summary>
/// <param name="Duration">For how long; more than zero.</param>
public abstract record LoadShape(TimeSpan Duration)
{
    /// <summary>As people read it.</summary>
    public abstract string Describe();

    /// <summary>The same load as at its beginning, for a warm-up.</summary>
    public abstract LoadShape Warming(TimeSpan duration);
}

/// <summary>
/// So many virtual users at once, each beginning its next iteration when its last has ended. What is measured is the service time: when the target stands
/// still, nobody asks, and what they would have waited is not seen.
/// </summary>
public abstract record ClosedShape(TimeSpan Duration) : LoadShape(Duration)
{
    /// <summary>The most at once.</summary>
    public abstract int Copies { get; }

    /// <summary>When one of them is at work, from the beginning; the end is not later than <see cref="LoadShape.Duration"/>.</summary>
    public abstract (TimeSpan From, TimeSpan Until) Working(int copy);
}

/// <summary>
/// Iterations begin by a schedule, whatever the target does, and latencies count from when an iteration should have begun: it is free of coordinated
/// omission.
/// </summary>
public abstract record OpenShape(TimeSpan Duration) : LoadShape(Duration)
{
    /// <summary>When the iteration of a number, from 0, should begin, counted from the beginning; it never goes back.</summary>
    public abstract TimeSpan Due(long number);
}
