using Microsoft.Extensions.Logging;
using RbacGrains.Storage;

namespace RbacGrains.Grains;

/// <summary>
/// Keeps a silo off a cluster when its clock is wrong: memberships would expire earlier or later on it than elsewhere. (Leases do not go by
/// this clock.) What all silos agree on is the database's.
/// </summary>
internal static class ClockGuard
{
    /// <summary>Compares the clocks.</summary>
    /// <param name="database">Whose clock is right by definition.</param>
    /// <param name="clock">The silo's.</param>
    /// <param name="allowed">How far they may be apart.</param>
    /// <param name="logger">Hears of clocks that are half as far apart.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="StorageUnavailableException">They are further apart.</exception>
    public static async ValueTask Check(
        GridDatabase database, TimeProvider clock, TimeSpan allowed, ILogger logger, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow();
        var begun = clock.GetTimestamp();
        var there = await database.ReadClock(cancellationToken);
        // The database looked at its clock at some moment in between; half of the time that took is what is not known.
        var uncertain = clock.GetElapsedTime(begun) / 2;
        var ahead = before + uncertain - there;
        var apart = ahead.Duration() - uncertain;
        if (apart > allowed)
            throw new StorageUnavailableException(
                $"The clock of this machine is {ahead.Duration().TotalSeconds:0.0} s {(ahead > TimeSpan.Zero ? "ahead of" : "behind")} the database's, and at most "
                + $"{allowed.TotalSeconds:0.#} s are allowed: memberships would not expire when they should. Synchronize both clocks, by NTP for example.");
        if (apart > allowed / 2) logger.ClocksApart(ahead);
    }
}
