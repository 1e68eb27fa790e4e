namespace RbacGrains.Client;

/// <summary>How an application holds what it checks. Validated when a grid is made of it.</summary>
public sealed class LeasedGridOptions
{
    /// <summary>How many accesses are held at most, from 1 to 10,000,000; 100,000 by default. Each takes some 300 bytes.</summary>
    public int MostHeld { get; set; } = 100_000;

    /// <summary>
    /// For how long, counted from when the service was last reached, what is held answers while the service cannot be reached: zero, the
    /// default, for no longer than the lease, up to one hour. Within that time a revocation may go unnoticed; beyond it nothing is allowed.
    /// </summary>
    public TimeSpan StaleWhileUnreachable { get; set; } = TimeSpan.Zero;

    /// <summary>How long a check that is not held waits for its answer, from 0.1 to 60 seconds; 5 by default. It is then denied.</summary>
    public TimeSpan AnswerTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest pause between two attempts to reach the service, from 0.1 to 60 seconds; 5 by default.</summary>
    public TimeSpan LongestBackoff { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Checks every bound.</summary>
    /// <exception cref="ArgumentException">A value is out of its bounds.</exception>
    internal LeasedGridOptions Validated()
    {
        var (tenth, minute) = (TimeSpan.FromSeconds(0.1), TimeSpan.FromMinutes(1));
        Require(MostHeld is >= 1 and <= 10_000_000, nameof(MostHeld), "from 1 to 10,000,000");
        Require(StaleWhileUnreachable >= TimeSpan.Zero && StaleWhileUnreachable <= TimeSpan.FromHours(1), nameof(StaleWhileUnreachable), "from zero to one hour");
        Require(AnswerTimeout >= tenth && AnswerTimeout <= minute, nameof(AnswerTimeout), "from 0.1 to 60 seconds");
        Require(LongestBackoff >= tenth && LongestBackoff <= minute, nameof(LongestBackoff), "from 0.1 to 60 seconds");
        return this;
    }

    private static void Require(bool holds, string option, string bounds)
    {
        if (!holds) throw new ArgumentException($"The option {option} has to be {bounds}.", option);
    }
}
