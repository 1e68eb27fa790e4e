namespace RbacGrains.Core;

/// <summary>How leases are granted to client processes. Validated when a registry is made of it.</summary>
public sealed record LeaseOptions
{
    /// <summary>The most records that one request may ask for.</summary>
    public const int MostItems = 1000;

    /// <summary>
    /// How long a lease lasts, from 1 to 60 seconds; 5 by default. It is the longest that a change waits for a client that does not answer,
    /// and the longest that a client answers when it is cut off.
    /// </summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many sessions there may be at a time, from 1 to 100,000; 1,000 by default.</summary>
    public int MostSessions { get; init; } = 1000;

    /// <summary>How many records one session may hold, from 1; 2,000,000 by default. Each takes some 100 bytes here.</summary>
    public int MostHeldPerSession { get; init; } = 2_000_000;

    /// <summary>How many records all sessions together may hold, from 1; 5,000,000 by default.</summary>
    public int MostHeld { get; init; } = 5_000_000;

    /// <summary>
    /// How many drops may be on their way to one session, from 1; 100,000 by default. A session that acknowledges none of so many is not
    /// renewed any more.
    /// </summary>
    public int MostUnacknowledged { get; init; } = 100_000;

    /// <summary>Checks every bound.</summary>
    /// <exception cref="ArgumentException">A value is out of its bounds.</exception>
    public LeaseOptions Validated()
    {
        Require(Duration >= TimeSpan.FromSeconds(1) && Duration <= TimeSpan.FromSeconds(60), nameof(Duration), "from 1 to 60 seconds");
        Require(MostSessions is >= 1 and <= 100_000, nameof(MostSessions), "from 1 to 100,000");
        Require(MostHeldPerSession >= 1, nameof(MostHeldPerSession), "at least 1");
        Require(MostHeld >= 1, nameof(MostHeld), "at least 1");
        Require(MostUnacknowledged >= 1, nameof(MostUnacknowledged), "at least 1");
        return this;
    }

    private static void Require(bool holds, string option, string bounds)
    {
        if (!holds) throw new ArgumentException($"The lease option {option} has to be {bounds}.", option);
    }
}
