using Microsoft.Extensions.Logging;

namespace RbacGrains.Client;

/// <summary>What the keeping of leases logs: never an id of a user.</summary>
internal static partial class LeaseLog
{
    [LoggerMessage(1, LogLevel.Information, "Checks are answered in this process under leases of {Lease}")]
    public static partial void Leased(this ILogger logger, TimeSpan lease);

    [LoggerMessage(2, LogLevel.Warning, "The lease has ended ({Code}); another one is asked for, and nothing that was held counts")]
    public static partial void Ended(this ILogger logger, string code);

    [LoggerMessage(3, LogLevel.Warning, "The service cannot be reached; nothing is allowed that is not held under a lease")]
    public static partial void Unreachable(this ILogger logger, Exception? failure);

    [LoggerMessage(4, LogLevel.Warning, "The service cannot be reached; what was held answers for at most {Bound} from when it was reached last")]
    public static partial void Stale(this ILogger logger, Exception? failure, TimeSpan bound);

    [LoggerMessage(5, LogLevel.Warning, "The service grants no lease ({Code}); each check is asked for")]
    public static partial void Refused(this ILogger logger, string code);

    [LoggerMessage(6, LogLevel.Warning, "What was asked for could not be held; each check that needs it is asked for")]
    public static partial void NotFetched(this ILogger logger, Exception failure);
}
