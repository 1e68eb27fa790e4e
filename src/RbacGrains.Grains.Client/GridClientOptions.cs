namespace RbacGrains.Grains;

/// <summary>How patient a client of the grid is.</summary>
public sealed record GridClientOptions
{
    /// <summary>
    /// For how long a request that is safe to repeat (a read, a check, a change with an operation id) is repeated while the cluster
    /// cannot be reached or a silo is lost. Default 20 seconds, from 0 (never) to 10 minutes. Every attempt also has the Orleans response time-out.
    /// </summary>
    public TimeSpan RetryFor { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The pause before the first repetition; it doubles up to one second. Default 50 milliseconds, from 1 millisecond to 1 second.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <exception cref="ArgumentException">A value is out of range; the message names it.</exception>
    internal GridClientOptions Validated()
    {
        if (RetryFor < TimeSpan.Zero || RetryFor > TimeSpan.FromMinutes(10))
            throw new ArgumentException($"{nameof(RetryFor)} is {RetryFor}; it must be from 0 to 10 minutes.");
        if (FirstPause < TimeSpan.FromMilliseconds(1) || FirstPause > TimeSpan.FromSeconds(1))
            throw new ArgumentException($"{nameof(FirstPause)} is {FirstPause}; it must be from 1 millisecond to 1 second.");
        return this;
    }
}
