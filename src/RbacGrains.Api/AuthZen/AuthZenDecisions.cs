using RbacGrains.Core;
using RbacGrains.Model;

namespace RbacGrains.Api;

/// <summary>
/// Makes decisions of what actors answer. A decision point answers every question that it understands: whom or what it does not know, it denies.
/// </summary>
internal static class AuthZenDecisions
{
    /// <summary>The denial that follows from the subject alone; null when an actor has to be asked.</summary>
    public static AuthZenDecisionJson? OfSubject(AuthZenQuestion question) =>
        question.Subject!.Type != AuthZenQuestion.SubjectType ? Denied("unknown_subject_type")
        : !Identifier.IsValid(question.Subject.Id) ? Denied(Reasons.Word(DecisionReason.NotMember))
        : null;

    /// <summary>What an actor answered; an error that is one.</summary>
    public static Result<AuthZenDecisionJson> Of(Result<Decision> result) => result switch
    {
        { Succeeded: true } => new AuthZenDecisionJson(
            result.Value.Allowed,
            new AuthZenContextJson(Reasons.Word(result.Value.Reason), result.Value.PolicyVersion, result.Value.AccessVersion, null)),
        { Error.Code: ErrorCodes.UnknownAction } => Denied(ErrorCodes.UnknownAction),
        _ => result.Error!,
    };

    /// <summary>The denial of one evaluation among several that could not be made.</summary>
    public static AuthZenDecisionJson Failed(Problem problem) => new(
        false,
        new AuthZenContextJson(null, null, null, new AuthZenErrorJson(problem.Status, problem.Code, problem.Detail, problem.Pointer)));

    private static AuthZenDecisionJson Denied(string reason) => new(false, new AuthZenContextJson(reason, null, null, null));
}
