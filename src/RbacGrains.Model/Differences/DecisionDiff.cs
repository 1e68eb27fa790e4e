using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>What a user gains and loses between two states of an organization and of their own access, judged at one moment.</summary>
/// <remarks>
/// Compared are all actions of the model, in the organization and within every project for which either access has a ceiling. Within
/// <see cref="ProjectScope.Others"/>, every project that neither names, only that is listed which does not turn organization-wide as well; within
/// a project that is named, only that which does not turn in those others as well. A change names the projects that it leaves out, so nothing
/// is left to guess.
/// Where conditions come, go or change, a decision turns in some circumstances only: who held something and holds it under the condition C then
/// loses it when "not C". Conditions are compared by their words.
/// </remarks>
/// <param name="Gains">What is allowed then and was denied, in the model's order of actions, then the organization before its projects.</param>
/// <param name="Loses">What is denied then and was allowed, in the same order.</param>
public sealed record DecisionDiff(ImmutableArray<DecisionChange> Gains, ImmutableArray<DecisionChange> Loses)
{
    /// <summary>No difference at all.</summary>
    public static DecisionDiff None { get; } = new([], []);

    /// <summary>Whether no decision turns.</summary>
    public bool IsEmpty => Gains.IsEmpty && Loses.IsEmpty;

    /// <summary>Compares two states.</summary>
    /// <param name="policyBefore">What the organization's members are judged by.</param>
    /// <param name="before">What the user holds; null for no member.</param>
    /// <param name="policyAfter">What they are judged by then; of the same model.</param>
    /// <param name="after">What the user holds then; null for no member.</param>
    /// <param name="now">The moment at which both are judged.</param>
    /// <exception cref="ArgumentException">The policies are of different models.</exception>
    public static DecisionDiff Of(Policy policyBefore, Access? before, Policy policyAfter, Access? after, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(policyBefore);
        ArgumentNullException.ThrowIfNull(policyAfter);
        var model = policyBefore.Model;
        if (!ReferenceEquals(model, policyAfter.Model))
            throw new ArgumentException("Decisions of different models cannot be compared.", nameof(policyAfter));

        // An access keeps what it compiled to last; the one that is in use must not keep what is only supposed.
        var (was, becomes) = (new JudgedAccess(policyBefore, before, now), new JudgedAccess(policyAfter, after is null ? null : after with { }, now));
        var projects = Projects(before, after);
        var (scopesBefore, scopesAfter) = (was.Scopes(projects), becomes.Scopes(projects));
        var gains = ImmutableArray.CreateBuilder<DecisionChange>();
        var loses = ImmutableArray.CreateBuilder<DecisionChange>();
        for (var index = 0; index < model.Actions.Count; index++)
        {
            var action = new ActionHandle(index);
            if (!was.Holds(action) && !becomes.Holds(action)) continue;
            var places = projects.Select((_, place) => (was.Of(action, scopesBefore[place]), becomes.Of(action, scopesAfter[place]))).ToList();
            var wide = (Before: was.Of(action, JudgedAccess.NoScope), After: becomes.Of(action, JudgedAccess.NoScope));
            Add(gains, model.Actions[action], projects, wide.After.Beyond(wide.Before), places.ConvertAll(place => place.Item2.Beyond(place.Item1)));
            Add(loses, model.Actions[action], projects, wide.Before.Beyond(wide.After), places.ConvertAll(place => place.Item1.Beyond(place.Item2)));
        }
        return gains.Count == 0 && loses.Count == 0 ? None : new DecisionDiff(gains.ToImmutable(), loses.ToImmutable());
    }

    // What turns in a project is what turns in those that have no ceiling, and what turns there what turns organization-wide, where nothing else is said.
    private static void Add(
        ImmutableArray<DecisionChange>.Builder changes, string action, ImmutableArray<string> projects, Turn wide, List<Turn> places)
    {
        var others = projects.IndexOf(ProjectScope.Others) is >= 0 and var place ? places[place] : wide;
        if (wide.Happens) changes.Add(new DecisionChange(action, null, wide.When) { Except = Except(wide) });
        for (place = 0; place < places.Count; place++)
        {
            var isOthers = projects[place] == ProjectScope.Others;
            if (!places[place].Happens || places[place] == (isOthers ? wide : others)) continue;
            changes.Add(new DecisionChange(action, projects[place], places[place].When) { Except = isOthers ? Except(others) : [] });
        }

        ImmutableArray<string> Except(Turn turn) => [.. projects.Where((_, index) => places[index] != turn)];
    }

    private static ImmutableArray<string> Projects(Access? before, Access? after) =>
    [
        .. (before?.Projects ?? []).Concat(after?.Projects ?? [])
            .Select(scope => scope.Project)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];
}
