namespace RbacGrains.Api;

/// <summary>What signing in logs: never a code, a token, a cookie or a claim.</summary>
internal static partial class SignInLog
{
    /// <summary>Somebody could not sign in, for a reason that the operator may want to know.</summary>
    [LoggerMessage(1, LogLevel.Warning, "A sign-in failed: {Cause}")]
    public static partial void Failed(ILogger logger, string cause);

    /// <summary>Cookies mean nothing to another process.</summary>
    [LoggerMessage(2, LogLevel.Warning,
        "Sessions end with this process, and no other node knows them: Rbac:SignIn:KeyDirectory is not set. Set it to a directory that all nodes share")]
    public static partial void Ephemeral(ILogger logger);

    /// <summary>Anybody may be anybody.</summary>
    [LoggerMessage(3, LogLevel.Warning, "The development sign-in is on: whoever reaches this machine's loopback address can be anybody")]
    public static partial void Development(ILogger logger);
}
