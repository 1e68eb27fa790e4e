namespace RbacGrains.Model;

/// <summary>
/// Explains decisions. The decision is the <see cref="Evaluator"/>'s; the explainer looks at the same documents again, one
/// by one, to say what each of them did.
/// </summary>
public static class Explainer
{
    /// <summary>The decision that <see cref="Evaluator.Decide(Policy, Access?, ActionHandle, string?, TimeProvider)"/> makes, with all that led to it.</summary>
    /// <param name="policy">What the organization's members are judged by.</param>
    /// <param name="access">What the user holds there; null for somebody who is no member.</param>
    /// <param name="action">The action, resolved against <paramref name="policy"/>'s model.</param>
    /// <param name="project">The project the action is in; null for the organization itself.</param>
    /// <param name="clock">Says what has expired; read once.</param>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> or <paramref name="clock"/> is null.</exception>
    public static Explanation Explain(Policy policy, Access? access, ActionHandle action, string? project, TimeProvider clock) =>
        Explain(policy, access, action, project, facts: null, clock);

    /// <summary>The decision on something whose properties are known, with all that led to it.</summary>
    /// <param name="policy">What the organization's members are judged by.</param>
    /// <param name="access">What the user holds there; null for somebody who is no member.</param>
    /// <param name="action">The action, resolved against <paramref name="policy"/>'s model.</param>
    /// <param name="project">The project the action is in; null for the organization itself.</param>
    /// <param name="facts">What conditions are judged by; null when nothing was said, and then no condition holds.</param>
    /// <param name="clock">Says what has expired; read once.</param>
    public static Explanation Explain(
        Policy policy, Access? access, ActionHandle action, string? project, ConditionFacts? facts, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(clock);
        var now = clock.GetUtcNow();
        // At one moment, so that the steps cannot disagree with the decision.
        var decision = Evaluator.Decide(policy, access, action, project, facts, new StoppedClock(now));
        var name = policy.Model.Actions[action];
        if (access is null) return NotMember(decision, name, project);

        var findings = Findings.Of(policy, access, action, project, facts, now);
        var verdict = decision.Allowed ? "Allowed" : "Denied";
        return new Explanation(
            decision, name, project, [.. findings.Steps()], $"{verdict}: {findings.ClauseFor(decision.Reason)}.");
    }

    private static Explanation NotMember(Decision decision, string action, string? project)
    {
        const string Clause = "the user is not a member of the organization";
        var step = new ExplanationStep(StepKind.Membership, StepEffect.GivesNothing, action, null, ExplanationWords.AsSentence(Clause));
        return new Explanation(decision, action, project, [step], $"Denied: {Clause}.");
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
