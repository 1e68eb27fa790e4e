namespace RbacGrains.Api;

/// <summary>What the API logs: never a body, a token or a key.</summary>
internal static partial class ApiLog
{
    /// <summary>A change was made.</summary>
    [LoggerMessage(1, LogLevel.Information, "{Method} {Route} in {Organization} answered {Status} after {ElapsedMs:F1} ms")]
    public static partial void Changed(
        ILogger logger, string method, string? route, string? organization, int status, double elapsedMs);

    /// <summary>A request was refused.</summary>
    [LoggerMessage(2, LogLevel.Information, "{Method} {Route} in {Organization} answered {Status} {Code} after {ElapsedMs:F1} ms")]
    public static partial void Refused(
        ILogger logger, string method, string? route, string? organization, int status, string code, double elapsedMs);

    /// <summary>A request met a failure of the service.</summary>
    [LoggerMessage(3, LogLevel.Error, "{Method} {Path} failed")]
    public static partial void RequestFailed(ILogger logger, Exception failure, string method, string path);

    /// <summary>The service was asked whether it is ready, and is not.</summary>
    [LoggerMessage(4, LogLevel.Warning, "The grid cannot be asked")]
    public static partial void NotReady(ILogger logger, Exception failure);
}
