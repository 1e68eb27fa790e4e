using RbacGrains.Model;

namespace RbacGrains.Api;

/// <summary>A decision with all that led to it.</summary>
internal sealed record ExplanationJson(
    bool Allowed,
    string Reason,
    long PolicyVersion,
    long AccessVersion,
    string Action,
    string? Project,
    IReadOnlyList<StepJson> Steps,
    string Sentence)
{
    /// <summary>The JSON of an explanation.</summary>
    public static ExplanationJson Of(Explanation explanation) => new(
        explanation.Decision.Allowed,
        Reasons.Word(explanation.Decision.Reason),
        explanation.Decision.PolicyVersion,
        explanation.Decision.AccessVersion,
        explanation.Action,
        explanation.Project,
        [.. explanation.Steps.Select(StepJson.Of)],
        explanation.Sentence);
}
