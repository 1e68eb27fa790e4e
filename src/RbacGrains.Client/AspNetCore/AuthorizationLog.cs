using Microsoft.Extensions.Logging;

namespace RbacGrains.Client;

/// <summary>What authorization has to say to whoever operates the application. Ids in it are valid ones, so they cannot break a line.</summary>
internal static partial class AuthorizationLog
{
    [LoggerMessage(1, LogLevel.Debug, "Denied: user {User}, organization {Organization}, project {Project}, action {Action}: {Reason}")]
    public static partial void Denied(ILogger log, string user, string organization, string? project, string action, DecisionReason reason);

    [LoggerMessage(2, LogLevel.Warning, "An endpoint requires {Action}, which organization {Organization} cannot answer: {Code}: {Message}")]
    public static partial void CannotBeAsked(ILogger log, string action, string organization, string code, string message);

    [LoggerMessage(3, LogLevel.Warning, "No answer whether user {User} may {Action} in organization {Organization}: {Code}: {Message}")]
    public static partial void NoAnswer(ILogger log, string user, string action, string organization, string code, string message);

    [LoggerMessage(4, LogLevel.Error, "No answer whether user {User} may {Action} in organization {Organization}")]
    public static partial void CheckFailed(ILogger log, Exception failure, string user, string action, string organization);

    [LoggerMessage(5, LogLevel.Warning, "The model of organization {Organization} could not be read; the denial is answered with 403")]
    public static partial void DenialStatusUnknown(ILogger log, Exception failure, string organization);
}
