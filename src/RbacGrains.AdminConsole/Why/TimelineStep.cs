using System.Collections.Immutable;

namespace RbacGrains.AdminConsole;

/// <summary>One step of an explanation as it is shown.</summary>
/// <param name="Icon">The name of its Material Symbol.</param>
/// <param name="Tone"><c>good</c> for what gives or lets pass, <c>bad</c> for what takes away, <c>quiet</c> for what gives nothing.</param>
/// <param name="Title">What was looked at: "Role Editor".</param>
/// <param name="Effect">What it did, in a word or two.</param>
/// <param name="Text">The same as a sentence, with the names that people use.</param>
public sealed record TimelineStep(string Icon, string Tone, string Title, string Effect, string Text)
{
    /// <summary>The steps of an explanation.</summary>
    public static ImmutableArray<TimelineStep> Of(Explanation explanation, Policy policy)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        ArgumentNullException.ThrowIfNull(policy);
        return [.. explanation.Steps.Select(step => Of(step, policy))];
    }

    private static TimelineStep Of(ExplanationStep step, Policy policy) => new(
        IconOf(step.Kind),
        step.Effect switch { StepEffect.Gives or StepEffect.Passes => "good", StepEffect.Restricts => "bad", _ => "quiet" },
        TitleOf(step, policy),
        step.Effect switch
        {
            StepEffect.Gives => "gives it",
            StepEffect.Passes => "lets it pass",
            StepEffect.Restricts => "takes it away",
            _ => "does not give it",
        },
        ExplanationText.Of(step.Text, policy));

    private static string IconOf(StepKind kind) => kind switch
    {
        StepKind.Membership => "group",
        StepKind.Role => "badge",
        StepKind.Grant => "tune",
        StepKind.Cap => "vertical_align_top",
        StepKind.Gate => "lock",
        StepKind.ProjectScope => "folder",
        StepKind.Suspension => "pause_circle",
        StepKind.Expiry => "event",
        StepKind.Condition => "rule",
        StepKind.Group => "groups",
        _ => "info",
    };

    private static string TitleOf(ExplanationStep step, Policy policy)
    {
        var model = policy.Model;
        return step.Kind switch
        {
            StepKind.Membership => "Membership",
            StepKind.Role => $"Role {policy.FindRole(step.Subject)?.Title ?? step.Subject}",
            StepKind.Grant when step.Level is { } level && model.AreaTable.TryFind(step.Subject, out _) => RemedyWords.Action(model, $"{step.Subject}@{level}"),
            StepKind.Grant => $"Grant of {RemedyWords.Action(model, step.Subject)}",
            StepKind.Cap => $"{AccessWords.Area(model, step.Subject)} as the ceiling",
            StepKind.Gate => model.Gates.FirstOrDefault(gate => gate.Id == step.Subject)?.Title ?? Plain.Title(step.Subject),
            StepKind.ProjectScope => step.Subject == ProjectScope.Others ? "All other projects" : $"Project {step.Subject}",
            StepKind.Suspension => "Suspension",
            StepKind.Expiry => "Expiry",
            StepKind.Condition => "Condition",
            StepKind.Group => $"Group {step.Subject}",
            _ => Plain.Title(step.Subject),
        };
    }
}
