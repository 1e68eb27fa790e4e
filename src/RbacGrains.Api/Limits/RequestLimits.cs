using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>
/// How often one key, one person and one address may ask. A right key is never refused for another's failures: behind one
/// address there may be many callers, and a key is too long to be found by trying.
/// </summary>
internal sealed class RequestLimits(LimitSettings settings) : IDisposable
{
    private readonly PartitionedRateLimiter<string>? _keys = Limiter<string>(settings.Key);
    private readonly PartitionedRateLimiter<string>? _users = Limiter<string>(settings.User);
    private readonly PartitionedRateLimiter<int>? _addresses = Limiter<int>(settings.Address);
    private readonly PartitionedRateLimiter<int>? _anonymous = Limiter<int>(settings.Anonymous);
    private readonly PartitionedRateLimiter<int>? _failures = Limiter<int>(settings.Failures);

    /// <summary>Counts a request of a key.</summary>
    /// <param name="name">The key's name or id; never the key itself.</param>
    /// <exception cref="RequestException">There were too many.</exception>
    public void RequireKey(string name) => Require(_keys, name, "This key");

    /// <summary>Counts a request of a person who has signed in.</summary>
    /// <exception cref="RequestException">There were too many.</exception>
    public void RequireUser(string user) => Require(_users, user, "This user");

    /// <summary>Counts a request that signs in.</summary>
    /// <exception cref="RequestException">There were too many.</exception>
    public void RequireAnonymous(IPAddress? address) => Require(_anonymous, AddressSlot.Of(address), "This address");

    /// <summary>Counts a request of an address.</summary>
    /// <returns>The problem where there were too many; null where not.</returns>
    public Problem? CountAddress(IPAddress? address) => Count(_addresses, AddressSlot.Of(address), "This address");

    /// <summary>Counts what may be an attempt to guess.</summary>
    /// <param name="address">Whose attempt.</param>
    /// <param name="problem">What the request is refused for.</param>
    /// <returns>What is answered: the same, or, after too many attempts, that there were too many.</returns>
    public Problem CountFailure(IPAddress? address, Problem problem) =>
        IsAttempt(problem.Code) ? Count(_failures, AddressSlot.Of(address), "This address") ?? problem : problem;

    /// <inheritdoc/>
    public void Dispose()
    {
        _keys?.Dispose();
        _users?.Dispose();
        _addresses?.Dispose();
        _anonymous?.Dispose();
        _failures?.Dispose();
    }

    private static bool IsAttempt(string code) => code is
        ProblemCodes.Unauthenticated or ErrorCodes.InvitationTokenInvalid or ProblemCodes.SignInStateInvalid
        or ProblemCodes.SignInNotBegunHere or ProblemCodes.SignInRefusedByProvider or ProblemCodes.SignInTokenInvalid;

    private static void Require<T>(PartitionedRateLimiter<T>? limiter, T of, string who)
    {
        if (Count(limiter, of, who) is { } problem) throw new RequestException(problem);
    }

    private static Problem? Count<T>(PartitionedRateLimiter<T>? limiter, T of, string who)
    {
        if (limiter is null) return null;
        using var lease = limiter.AttemptAcquire(of);
        if (lease.IsAcquired) return null;
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 1;
        return new Problem(StatusCodes.Status429TooManyRequests, ProblemCodes.RateLimited, string.Create(
            CultureInfo.InvariantCulture, $"{who} asks too often. Wait {wait} s, as Retry-After says, and then ask again."))
        { RetryAfter = wait };
    }

    // Buckets of who has not asked for a while are full again, and are forgotten by the limiter.
    private static PartitionedRateLimiter<T>? Limiter<T>(Rate rate)
        where T : notnull
    {
        if (!rate.IsLimited) return null;
        // Tokens come ten times a second where they are many, and one at a time where they are few.
        var perPeriod = Math.Max(1, rate.PerMinute / 600);
        var options = new TokenBucketRateLimiterOptions
        {
            TokenLimit = rate.Burst,
            TokensPerPeriod = perPeriod,
            ReplenishmentPeriod = TimeSpan.FromMinutes((double)perPeriod / rate.PerMinute),
            QueueLimit = 0,
        };
        return PartitionedRateLimiter.Create<T, T>(key => RateLimitPartition.GetTokenBucketLimiter(key, _ => options));
    }
}
