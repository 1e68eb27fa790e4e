using Microsoft.Extensions.Logging;

namespace RbacGrains.Grains.Leases;

/// <summary>What leases say.</summary>
internal static partial class LeaseLog
{
    [LoggerMessage(1, LogLevel.Warning, "The silo's lease could not be renewed; {Remaining} remain, after which nothing is answered from memory.")]
    public static partial void LeaseNotRenewed(this ILogger logger, Exception failure, TimeSpan remaining);

    [LoggerMessage(2, LogLevel.Warning, "Silo {Holder} did not say that it dropped the policy of '{Organization}'; its lease has run out.")]
    public static partial void HolderSilent(this ILogger logger, SiloAddress holder, string organization);

    [LoggerMessage(3, LogLevel.Information, "Silo {Holder}, which may hold the policy of '{Organization}', is lost; its lease is waited for.")]
    public static partial void HolderLost(this ILogger logger, Exception lost, SiloAddress holder, string organization);

    [LoggerMessage(4, LogLevel.Warning, "Silo {Silo} does not say that its clients have dropped {Kind} '{Id}'; it is asked until it does or is lost.")]
    public static partial void SessionSiloSilent(this ILogger logger, Exception silent, SiloAddress silo, LeaseKind kind, string id);

    [LoggerMessage(5, LogLevel.Information, "A silo is lost, and with it what it may not have recalled: {Sessions} sessions of clients begin anew.")]
    public static partial void SessionsBeginAnew(this ILogger logger, int sessions);
}
