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
}
