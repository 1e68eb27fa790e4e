using Microsoft.Extensions.Logging;

namespace RbacGrains.Grains;

/// <summary>What a silo says of its surroundings when it starts.</summary>
internal static partial class HostingLog
{
    [LoggerMessage(21, LogLevel.Warning, "This machine's clock is {Ahead} ahead of the database's. Synchronize both.")]
    public static partial void ClocksApart(this ILogger logger, TimeSpan ahead);
}
