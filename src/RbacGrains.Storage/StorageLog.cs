using Microsoft.Extensions.Logging;

namespace RbacGrains.Storage;

/// <summary>What storage logs. Event ids are stable.</summary>
internal static partial class StorageLog
{
    [LoggerMessage(1001, LogLevel.Information, "Opened {Database}.")]
    public static partial void Opened(this ILogger logger, string database);

    [LoggerMessage(1002, LogLevel.Information, "Applied schema migration {Number} ({Name}).")]
    public static partial void Migrated(this ILogger logger, int number, string name);

    [LoggerMessage(1003, LogLevel.Error, "A transaction of {Writes} writes failed.")]
    public static partial void BatchFailed(this ILogger logger, Exception exception, int writes);

    [LoggerMessage(1004, LogLevel.Warning, "A transaction of {Writes} writes took {Elapsed}.")]
    public static partial void SlowCommit(this ILogger logger, int writes, TimeSpan elapsed);

    [LoggerMessage(1005, LogLevel.Critical, "Ownership of {Database} was lost; nothing is read or written any more. Restart the process.")]
    public static partial void OwnershipLost(this ILogger logger, Exception exception, string database);
}
