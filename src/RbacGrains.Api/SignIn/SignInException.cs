namespace RbacGrains.Api;

/// <summary>Ends a sign-in. It goes through the framework's handlers, which pass failures on as exceptions.</summary>
internal sealed class SignInException(Problem problem, string? cause = null, Exception? inner = null)
    : Exception(cause ?? problem.Detail, inner)
{
    /// <summary>What the person is told.</summary>
    public Problem Problem { get; } = problem;

    /// <summary>What the operator is told; null where nothing is wrong here.</summary>
    public string? Cause { get; } = cause;

    /// <summary>The provider does not answer as one.</summary>
    /// <param name="cause">How, for the log.</param>
    /// <param name="inner">The failure, where there was one.</param>
    public static SignInException Unavailable(string cause, Exception? inner = null) => new(
        new Problem(StatusCodes.Status503ServiceUnavailable, ProblemCodes.SignInUnavailable,
            "The provider at which people sign in cannot be reached, or does not answer as it should. Try again in a moment.")
        { RetryAfter = 5 },
        cause, inner);

    /// <summary>What the provider has issued is not for this sign-in.</summary>
    /// <param name="cause">How, for the log.</param>
    public static SignInException Invalid(string cause) => new(
        Problem.BadRequest(ProblemCodes.SignInTokenInvalid, "What the provider has issued is not for this sign-in. Begin again at /signin."), cause);

    /// <summary>Nobody can have that id here.</summary>
    public static SignInException Refused(string detail) =>
        new(new Problem(StatusCodes.Status403Forbidden, ProblemCodes.SignInUserRefused, detail));

    /// <summary>The provider, or the person at it, has said no.</summary>
    /// <param name="error">The provider's word for it (RFC 6749, 4.1.2.1 and 5.2).</param>
    public static SignInException ByProvider(string error) => new(Problem.BadRequest(ProblemCodes.SignInRefusedByProvider,
        $"The provider has refused the sign-in ({Word(error)}). Begin again at /signin."));

    /// <summary>The answer belongs to no sign-in of this service.</summary>
    public static SignInException State() => new(Problem.BadRequest(ProblemCodes.SignInStateInvalid,
        "This belongs to no sign-in of this service, or to one that was begun too long ago. Begin again at /signin."));

    /// <summary>The sign-in was begun in another browser.</summary>
    public static SignInException NotBegunHere() => new(Problem.BadRequest(ProblemCodes.SignInNotBegunHere,
        "This sign-in was not begun in this browser, or was finished already. Begin again at /signin."));

    // It comes from the address bar, so that anybody can write it; only words of the kind that providers use are repeated.
    private static string Word(string error) =>
        error.Length is > 0 and <= 64 && error.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.') ? error : "error";
}
