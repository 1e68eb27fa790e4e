namespace RbacGrains.Load.Scenarios;

/// <summary>Compares answers with what is known.</summary>
internal static class Answers
{
    /// <summary>The kind of error of an answer that is not what it has to be.</summary>
    public const string Wrong = "wrong_answer";

    /// <summary>Asks, as the service itself, and compares.</summary>
    public static async ValueTask<StepResult> Check(
        IGrid grid, string user, string organization, string action, bool isAllowed, CancellationToken cancellationToken) =>
        Judge(await grid.User(user).Check(Caller.Service, organization, action, null, cancellationToken), isAllowed);

    /// <summary>Compares a decision.</summary>
    public static StepResult Judge(Result<Decision> answer, bool isAllowed) =>
        StepResult.Of(!answer.Succeeded ? answer.Error.Code : answer.Value.Allowed == isAllowed ? null : Wrong);

    /// <summary>Well where it is as it has to be.</summary>
    public static StepResult Judge(bool isRight) => StepResult.Of(isRight ? null : Wrong);
}
