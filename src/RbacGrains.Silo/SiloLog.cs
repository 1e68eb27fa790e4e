namespace RbacGrains.Silo;

/// <summary>What a node logs of itself.</summary>
internal static partial class SiloLog
{
    /// <summary>It was asked to stop.</summary>
    [LoggerMessage(1, LogLevel.Information, "Asked to stop: not ready any more, serving on for {Delay}")]
    public static partial void Draining(ILogger logger, TimeSpan delay);

    /// <summary>It has handed everything over.</summary>
    [LoggerMessage(2, LogLevel.Information, "Stopped: requests answered, actors handed over")]
    public static partial void Stopped(ILogger logger);

    /// <summary>Its database does not answer.</summary>
    [LoggerMessage(3, LogLevel.Warning, "Not ready: the database cannot be asked")]
    public static partial void DatabaseUnreachable(ILogger logger, Exception failure);

    /// <summary>Where traces and metrics go.</summary>
    [LoggerMessage(4, LogLevel.Information, "Traces and metrics go to {Endpoint} as {Service}")]
    public static partial void Exporting(ILogger logger, string endpoint, string service);
}
