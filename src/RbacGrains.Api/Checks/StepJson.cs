using RbacGrains.Model;

namespace RbacGrains.Api;

/// <summary>One thing that was looked at on the way to a decision.</summary>
internal sealed record StepJson(string Kind, string Effect, string Subject, string? Level, string Text)
{
    /// <summary>The JSON of a step.</summary>
    public static StepJson Of(ExplanationStep step) =>
        new(Words.Of(step.Kind), Words.Of(step.Effect), step.Subject, step.Level, step.Text);
}
