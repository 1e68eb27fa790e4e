namespace RbacGrains.Client;

/// <summary>
/// Monotonic milliseconds, read at every answer: whoever was paused must not answer from a lease that has run out meanwhile. The system's is
/// the coarse one, because a fine one costs more than all the rest of an answer; it is late by some milliseconds at most.
/// </summary>
internal readonly struct LeaseClock(TimeProvider time)
{
    /// <summary>By how much a lease is taken to be shorter than it is, for the coarseness of the clock.</summary>
    public const long Margin = 50;

    private readonly TimeProvider? _time = ReferenceEquals(time, TimeProvider.System) ? null : time;

    /// <summary>Milliseconds since some moment in the past.</summary>
    public long Now => _time is null
        ? Environment.TickCount64
        : (long)(_time.GetTimestamp() * (1000.0 / _time.TimestampFrequency));
}
