using System.Collections.Frozen;
using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>
/// The actions that are given under conditions only, each with its conditions. Looked at only where the bits say no, so an action without
/// conditions costs nothing more.
/// </summary>
internal sealed class ConditionTable
{
    private readonly FrozenDictionary<int, ConditionTerms> _terms;

    private ConditionTable(FrozenDictionary<int, ConditionTerms> terms) => _terms = terms;

    /// <summary>No conditions at all.</summary>
    public static ConditionTable None { get; } = new(FrozenDictionary<int, ConditionTerms>.Empty);

    /// <summary>The conditions of roles, but for the actions that are given anyway.</summary>
    public static ConditionTable Of(AuthorizationModel model, IEnumerable<Role?> roles, ActionSet given)
    {
        var terms = roles
            .Where(role => role is { IsAdmin: false, ConditionalActions.IsEmpty: false })
            .SelectMany(role => role!.ConditionalActions.Select(conditional =>
                (Action: model.Actions.Resolve(conditional.Action), Term: new ConditionTerm(conditional.When, role.Id))))
            .Where(conditional => !given.Has(conditional.Action))
            .GroupBy(conditional => conditional.Action.Index, conditional => conditional.Term)
            .ToFrozenDictionary(group => group.Key, group => new ConditionTerms([.. group.Distinct()]));
        return terms.Count == 0 ? None : new ConditionTable(terms);
    }

    /// <summary>The conditions of an action; null when it has none here.</summary>
    public ConditionTerms? Find(ActionHandle action) => _terms.GetValueOrDefault(action.Index);

    /// <summary>The actions that have conditions.</summary>
    public IEnumerable<ActionHandle> Actions => _terms.Keys.Select(index => new ActionHandle(index));

    /// <summary>The same without some actions.</summary>
    public ConditionTable Without(IReadOnlyCollection<ActionHandle> actions) => actions.Any(action => Find(action) is not null)
        ? new ConditionTable(_terms
            .Where(pair => !actions.Contains(new ActionHandle(pair.Key)))
            .ToFrozenDictionary(pair => pair.Key, pair => pair.Value))
        : this;
}

/// <summary>A condition under which a role gives an action.</summary>
/// <param name="When">The condition.</param>
/// <param name="Role">The role that gives it, which is the member's role as far as the condition asks.</param>
internal sealed record ConditionTerm(Condition When, string Role)
{
    /// <summary>Whether the condition asks for the member's role: the same words then mean another thing for another role.</summary>
    public bool AsksForRole => When.Reads().Any(path => path is { Owner: PropertyOwner.Member, Names: ["role"] });
}

/// <summary>The conditions under which several roles give an action; one that holds is enough.</summary>
/// <param name="Any">The conditions, at least one.</param>
internal sealed record ConditionTerms(ImmutableArray<ConditionTerm> Any)
{
    /// <summary>Whether one of them holds.</summary>
    public bool Hold(ConditionFacts facts)
    {
        foreach (var term in Any)
            if (term.When.Holds(facts, term.Role)) return true;
        return false;
    }

    /// <summary>The properties that they look at.</summary>
    public IEnumerable<PropertyPath> Reads() => Any.SelectMany(term => term.When.Reads());
}
