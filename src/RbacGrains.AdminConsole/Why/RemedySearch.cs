using System.Collections.Immutable;

namespace RbacGrains.AdminConsole;

/// <summary>
/// Finds what would turn a decision by trying out changes on the evaluator: nothing is suggested that was not seen to turn it, nothing that
/// whoever looks could not do, and no step that is not needed.
/// </summary>
public static class RemedySearch
{
    /// <summary>The most remedies that are shown.</summary>
    public const int Most = 8;

    /// <summary>What would turn a decision, that which turns the least beside it first; at most <see cref="Most"/>.</summary>
    public static ImmutableArray<Remedy> Find(WhyQuestion question, WhyViewer viewer)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(viewer);
        if (question.Actions.Count == 0) return [];
        var slots = (question.IsAllowed ? RemovalSteps.Of(question) : GivingSteps.Of(question))
            .Select(slot => slot.Where(viewer.MayDo).ToList()).Where(slot => slot.Count > 0).ToList();
        var found = new List<Remedy>();
        var turning = new List<ImmutableArray<RemedyStep>>();
        foreach (var steps in Combinations(slots).OrderBy(steps => steps.Length))
        {
            var after = steps.Aggregate(question.Now, (situation, step) => step.Apply(situation));
            if (question.IsAllowedIn(after) == question.IsAllowed || turning.Exists(fewer => fewer.All(steps.Contains))) continue;
            turning.Add(steps);
            if (!viewer.MayGive(question.Now, after, question.Clock.GetUtcNow())) continue;
            found.Add(new Remedy(steps, after, OthersTurned(question, after)));
        }
        return [.. found.OrderBy(remedy => remedy.Steps.Length > 2).ThenBy(remedy => remedy.Others).ThenBy(remedy => remedy.Steps.Length).Take(Most)];
    }

    // At most one step of each slot.
    private static IEnumerable<ImmutableArray<RemedyStep>> Combinations(List<List<RemedyStep>> slots)
    {
        IEnumerable<ImmutableArray<RemedyStep>> combinations = [[]];
        foreach (var slot in slots)
            combinations = combinations.SelectMany(steps => slot.Select(steps.Add).Prepend(steps));
        return combinations.Where(steps => !steps.IsEmpty);
    }

    private static int OthersTurned(WhyQuestion question, Situation after)
    {
        var model = question.Now.Policy.Model;
        return Held(question.Now, question).Zip(Held(after, question), (before, now) => before != now)
            .Where((turned, index) => turned && !question.Actions.Contains(model.Actions.Names[index])).Count();
    }

    private static IEnumerable<bool> Held(Situation situation, WhyQuestion question) =>
        Enumerable.Range(0, situation.Policy.Model.Actions.Count)
            .Select(index => Evaluator.Allows(situation.Policy, situation.Access, new ActionHandle(index), question.Project, question.Clock));
}
