using System.Collections.Immutable;
using static RbacGrains.Model.ExplanationWords;

namespace RbacGrains.Model;

/// <summary>All that bears on the decision for a member, each on its own: what gives, and what restricts.</summary>
/// <param name="Policy">What the member is judged by.</param>
/// <param name="Access">What the member holds.</param>
/// <param name="Sources">What the member's role and grants say.</param>
/// <param name="Groups">What each group of the member says.</param>
/// <param name="Gates">The gates over the action.</param>
/// <param name="Scope">The ceiling in the project; null where nothing restricts.</param>
/// <param name="Now">The moment of the decision.</param>
internal sealed record Findings(
    Policy Policy,
    Access Access,
    Sources Sources,
    ImmutableArray<Sources> Groups,
    ImmutableArray<GateFinding> Gates,
    ScopeFinding? Scope,
    DateTimeOffset Now)
{
    private ImmutableArray<Sources> All => [Sources, .. Groups];

    public static Findings Of(
        Policy policy, Access access, ActionHandle action, string? project, ConditionFacts? facts, DateTimeOffset now)
    {
        var sources = Sources.Of(policy, action, access.Role, access.Grants, facts);
        return new Findings(
            policy,
            access,
            sources,
            [.. access.Groups.Select(group => Sources.Of(policy, action, group, facts))],
            GateFinding.Of(policy, action, [access.Role, .. RolesOfGroups(policy, access)]),
            ScopeFinding.Of(policy, access, sources, action, project, facts, now),
            now);
    }

    /// <summary>The steps in the order of the semantics: sources, then ceilings.</summary>
    public IEnumerable<ExplanationStep> Steps()
    {
        foreach (var step in All.SelectMany(sources => SourceSteps.Of(sources, Policy.Plan))) yield return step;
        if (All.Any(sources => sources.Give || sources.Condition is not null))
        {
            // Where nothing is given, there is nothing to restrict.
            foreach (var gate in Gates) yield return gate.Step();
            if (Scope is not null) yield return Scope.Step(Policy.Plan);
        }
        if (Access.ExpiresAt is { } end) yield return ExpiryStep(end);
        if (Access.Suspended)
            yield return new ExplanationStep(StepKind.Suspension, StepEffect.Restricts, Sources.Action, null, "The member is suspended.");
    }

    /// <summary>Says what decided.</summary>
    public string ClauseFor(DecisionReason reason) => reason switch
    {
        DecisionReason.Suspended => "the member is suspended",
        DecisionReason.Expired when Access.ExpiresAt is { } end => $"the membership expired at {At(end)}",
        DecisionReason.NotGranted => SourceWording.Lacking(All, Policy.Plan),
        DecisionReason.Gated => Gates.First(gate => !gate.IsOpen).Clause(Sources.Action),
        DecisionReason.OutsideProjectScope when Scope is not null => Scope.Clause(Policy.Plan),
        DecisionReason.ConditionNotMet when All.Any(sources => sources.Give) && Scope is not null => Scope.Clause(Policy.Plan),
        DecisionReason.ConditionNotMet => SourceWording.Lacking(All, Policy.Plan),
        DecisionReason.Granted when Scope is not null => $"{SourceWording.Giving(All)}, also in project {Quoted(Scope.Project)}",
        DecisionReason.Granted or DecisionReason.Admin => SourceWording.Giving(All),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "The findings are not those of this decision."),
    };

    private static IEnumerable<string> RolesOfGroups(Policy policy, Access access) =>
        access.Groups.Select(group => policy.FindRoleOfGroup(group.Role)?.Id).OfType<string>().Distinct(StringComparer.Ordinal)
            .Where(role => role != access.Role);

    private ExplanationStep ExpiryStep(DateTimeOffset end) => Now >= end
        ? new(StepKind.Expiry, StepEffect.Restricts, Sources.Action, null, $"The membership expired at {At(end)}.")
        : new(StepKind.Expiry, StepEffect.Passes, Sources.Action, null, $"The membership lasts until {At(end)}.");
}
