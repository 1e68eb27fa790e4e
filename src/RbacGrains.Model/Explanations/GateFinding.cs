using System.Collections.Immutable;
using static RbacGrains.Model.ExplanationWords;

namespace RbacGrains.Model;

/// <summary>A gate over an action, and why it is closed.</summary>
/// <param name="Gate">The gate.</param>
/// <param name="Closed">What it would take, for each condition that is not met; empty when the gate is open.</param>
internal sealed record GateFinding(Gate Gate, ImmutableArray<string> Closed)
{
    public bool IsOpen => Closed.IsEmpty;

    /// <summary>Every gate over the action, open or closed, in the model's order.</summary>
    public static ImmutableArray<GateFinding> Of(Policy policy, ActionHandle action, IReadOnlyList<string> roles) =>
    [
        .. policy.Model.Gates
            .Where(gate => gate.Actions.Any(name => policy.Model.Actions.Resolve(name) == action))
            .Select(gate => new GateFinding(gate, [.. Unmet(policy, gate, roles)])),
    ];

    public ExplanationStep Step() => new(
        StepKind.Gate,
        IsOpen ? StepEffect.Passes : StepEffect.Restricts,
        Gate.Id,
        null,
        $"Gate {Quoted(Gate.Id)} is {Condition()}.");

    /// <summary>Says that the gate denies the action.</summary>
    public string Clause(string action) => $"gate {Quoted(Gate.Id)} over {Quoted(action)} is {Condition()}";

    private string Condition() => IsOpen ? "open" : $"open only {string.Join(", and only ", Closed)}";

    private static IEnumerable<string> Unmet(Policy policy, Gate gate, IReadOnlyList<string> roles)
    {
        var plan = policy.Plan.Id;
        if (!gate.Plans.IsEmpty && !gate.Plans.Contains(plan)) yield return $"on plan {AnyOf(gate.Plans)}, not on {Quoted(plan)}";
        if (!policy.IsOpenTo(gate, roles)) yield return $"to role {AnyOf(gate.Roles)}, not to {AnyOf(roles)}";
    }
}
