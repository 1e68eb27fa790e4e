using RbacGrains.Model;
using Xunit.Sdk;

namespace RbacGrains.Decision.Tests.Differential;

/// <summary>Puts the same questions to the compiled evaluator, the explainer and the specification, and counts the answers.</summary>
internal sealed class Comparison
{
    /// <summary>One explanation in so many decisions is compared as well.</summary>
    private const int ExplainedOneIn = 40;

    private static readonly ConditionFacts Open = Facts("""{"open":true}""");
    private static readonly ConditionFacts Closed = Facts("""{"open":false}""");

    private readonly int[] _reasons = new int[Enum.GetValues<DecisionReason>().Length];

    /// <summary>How many combinations of a model, an access and an action were compared.</summary>
    public int Triples { get; private set; }

    /// <summary>How many decisions, each of a combination in a project or in none, had this reason.</summary>
    public int CountOf(DecisionReason reason) => _reasons[(int)reason];

    public void Compare(Case @case)
    {
        var specification = new Specification(@case.Policy.Model, @case.Policy.CustomRoles, @case.Policy.Plan.Id, @case.Now);
        var clock = new StoppedClock(@case.Now);
        try
        {
            foreach (var project in RandomAccess.Projects) CompareWithin(@case, specification, project, clock);
            CompareAliases(@case, specification, clock);
        }
        catch (Exception exception) when (exception is not XunitException)
        {
            Fail(@case, exception.ToString());
        }
        Triples += @case.Policy.Model.Actions.Count;
    }

    private void CompareWithin(Case @case, Specification specification, string? project, TimeProvider clock)
    {
        var allowed = new List<string>();
        foreach (var name in @case.Policy.Model.Actions.Names)
        {
            var expected = specification.Decide(@case.Access, name, project);
            if (IsAllowed(expected)) allowed.Add(name);
            var action = @case.Policy.Model.Actions.Resolve(name);
            CompareDecision(@case, action, project, expected, clock);
            var open = Triples % 2 == 0;
            CompareConditions(@case, action, project, open, specification.Decide(@case.Access, name, project, open), clock);
        }
        if (@case.Access is { } access) ComparePermissions(@case, access, specification, project, allowed, clock);
    }

    private void CompareDecision(Case @case, ActionHandle action, string? project, DecisionReason expected, TimeProvider clock)
    {
        var (policy, access) = (@case.Policy, @case.Access);
        var actual = Evaluator.Decide(policy, access, action, project, clock);
        if (actual.Reason != expected) FailDecision($"expected {expected}, decided {actual.Reason}");
        if (actual.PolicyVersion != policy.Version || actual.AccessVersion != (access?.Version ?? 0))
            FailDecision($"wrong versions in {actual}");
        if (Evaluator.Allows(policy, access, action, project, clock) != IsAllowed(expected))
            FailDecision($"expected {expected}, but Allows says otherwise");

        if (_reasons[(int)expected]++ % ExplainedOneIn != 0) return;
        var explanation = Explainer.Explain(policy, access, action, project, clock);
        if (explanation.Decision != actual) FailDecision($"decided {actual}, explained {explanation.Decision}");
        if (Contradiction.In(explanation) is { } contradiction) FailDecision($"{contradiction}\n{explanation.Sentence}");

        void FailDecision(string difference) =>
            Fail(@case, $"{policy.Model.Actions[action]} in {project ?? "no project"}: {difference}");
    }

    private static void CompareConditions(
        Case @case, ActionHandle action, string? project, bool open, DecisionReason expected, TimeProvider clock)
    {
        var facts = open ? Open : Closed;
        var actual = Evaluator.Decide(@case.Policy, @case.Access, action, project, facts, clock);
        if (actual.Reason != expected) FailDecision($"with open {open} expected {expected}, decided {actual.Reason}");
        if (expected is not DecisionReason.ConditionNotMet) return;
        var explanation = Explainer.Explain(@case.Policy, @case.Access, action, project, facts, clock);
        if (explanation.Decision != actual) FailDecision($"decided {actual}, explained {explanation.Decision}");
        if (Contradiction.In(explanation) is { } contradiction) FailDecision($"{contradiction}\n{explanation.Sentence}");

        void FailDecision(string difference) =>
            Fail(@case, $"{@case.Policy.Model.Actions[action]} in {project ?? "no project"}: {difference}");
    }

    private static void ComparePermissions(
        Case @case, Access access, Specification specification, string? project, List<string> allowed, TimeProvider clock)
    {
        var model = @case.Policy.Model;
        var actual = EffectivePermissions.Of(@case.Policy, access, project, clock);
        var areas = model.AreaTable.All.Select(area => new Grant(area.Id, model.Levels[specification.LevelIn(access, area, project)].Id));
        if (!actual.Areas.SequenceEqual(areas))
            Fail(@case, $"levels in {project}: expected {string.Join(' ', areas)}\nin effect {string.Join(' ', actual.Areas)}");
        if (!actual.Actions.SequenceEqual(allowed))
            Fail(@case, $"actions in {project}: expected {string.Join(' ', allowed)}\nlisted {string.Join(' ', actual.Actions)}");
    }

    private static void CompareAliases(Case @case, Specification specification, TimeProvider clock)
    {
        foreach (var alias in RandomGrants.Aliases(@case.Policy.Model))
        {
            var expected = specification.Decide(@case.Access, alias.Replace("-too:", ":", StringComparison.Ordinal), null);
            if (Evaluator.Allows(@case.Policy, @case.Access, alias, null, clock) != IsAllowed(expected))
                Fail(@case, $"{alias}: expected {expected}, but Allows says otherwise");
        }
        if (Evaluator.Allows(@case.Policy, @case.Access, "no-such-resource:view", null, clock)) Fail(@case, "an unknown action is allowed");
    }

    private static ConditionFacts Facts(string context) => new()
    {
        User = "somebody",
        Request = new RequestProperties { Context = Properties.Of(System.Text.Json.JsonElement.Parse(context)) },
    };

    private static bool IsAllowed(DecisionReason reason) => reason is DecisionReason.Admin or DecisionReason.Granted;

    private static void Fail(Case @case, string difference) => Assert.Fail($"{difference}\n{@case.Dump()}");
}
