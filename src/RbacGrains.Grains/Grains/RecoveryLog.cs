using Microsoft.Extensions.Logging;

namespace RbacGrains.Grains;

/// <summary>What the recovery says.</summary>
internal static partial class RecoveryLog
{
    [LoggerMessage(11, LogLevel.Information, "Finished what was left half-way: {Key}.")]
    public static partial void Resumed(this ILogger logger, StateKey key);

    [LoggerMessage(12, LogLevel.Warning, "What was left half-way could not be finished yet: {Key}.")]
    public static partial void NotResumed(this ILogger logger, Exception failure, StateKey key);

    [LoggerMessage(13, LogLevel.Error, "The record {Key} is marked unfinished, but nothing of its kind can be.")]
    public static partial void UnknownUnfinished(this ILogger logger, StateKey key);

    [LoggerMessage(14, LogLevel.Warning, "The search for what was left half-way could not be started yet; it is tried again.")]
    public static partial void NotStarted(this ILogger logger, Exception failure);
}
