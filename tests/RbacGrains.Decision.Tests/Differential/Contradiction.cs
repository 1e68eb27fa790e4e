using RbacGrains.Model;

namespace RbacGrains.Decision.Tests.Differential;

/// <summary>Finds where the steps or the sentence of an explanation do not bear out its decision.</summary>
internal static class Contradiction
{
    /// <summary>What is wrong with an explanation; null when it bears out its decision.</summary>
    public static string? In(Explanation explanation)
    {
        var (reason, allowed) = (explanation.Decision.Reason, explanation.Decision.Allowed);
        var steps = explanation.Steps;
        var giving = steps.Where(step => step.Effect == StepEffect.Gives).ToList();
        var closing = steps.Where(step => step is { Effect: StepEffect.Restricts, Kind: not StepKind.Cap }).ToList();

        var verdict = allowed ? "Allowed: " : "Denied: ";
        if (!explanation.Sentence.StartsWith(verdict, StringComparison.Ordinal)) return "the sentence says otherwise";
        if (allowed && giving.Count == 0) return "allowed, but nothing gives";
        if (allowed && closing.Count > 0) return "allowed, but something restricts";
        return reason switch
        {
            DecisionReason.NotMember => Missing(steps, StepKind.Membership, StepEffect.GivesNothing),
            DecisionReason.Suspended => Missing(steps, StepKind.Suspension, StepEffect.Restricts),
            DecisionReason.Expired => Missing(steps, StepKind.Expiry, StepEffect.Restricts),
            DecisionReason.Gated => Missing(steps, StepKind.Gate, StepEffect.Restricts),
            DecisionReason.ConditionNotMet when !explanation.Sentence.Contains(" only when ", StringComparison.Ordinal) => "no condition is named",
            DecisionReason.OutsideProjectScope => Missing(steps, StepKind.ProjectScope, StepEffect.Restricts),
            // What gave the action, if anything, was a level that its parent caps.
            DecisionReason.NotGranted when giving.Any(step => step.Kind != StepKind.Grant) => "not granted, but something gives",
            DecisionReason.NotGranted when giving.Count > 0 => Missing(steps, StepKind.Cap, StepEffect.Restricts),
            _ => null,
        };
    }

    private static string? Missing(IEnumerable<ExplanationStep> steps, StepKind kind, StepEffect effect) =>
        steps.Any(step => step.Kind == kind && step.Effect == effect) ? null : $"no step of {kind} {effect}";
}
