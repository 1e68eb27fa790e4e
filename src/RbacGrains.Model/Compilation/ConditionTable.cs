using System.Collections.Frozen;

namespace RbacGrains.Model;

/// <summary>
/// The actions that are given under conditions only, each with its condition. Looked at only where the bits say no, so an action without
/// conditions costs nothing more.
/// </summary>
internal sealed class ConditionTable
{
    private readonly FrozenDictionary<int, Condition> _conditions;

    private ConditionTable(FrozenDictionary<int, Condition> conditions) => _conditions = conditions;

    /// <summary>No conditions at all.</summary>
    public static ConditionTable None { get; } = new(FrozenDictionary<int, Condition>.Empty);

    /// <summary>The conditions of a role, but for the actions that are given anyway.</summary>
    public static ConditionTable Of(AuthorizationModel model, Role? role, ActionSet given) =>
        role is null or { IsAdmin: true } || role.ConditionalActions.IsEmpty
            ? None
            : new ConditionTable(role.ConditionalActions
                .Select(conditional => (Action: model.Actions.Resolve(conditional.Action), conditional.When))
                .Where(conditional => !given.Has(conditional.Action))
                .ToFrozenDictionary(conditional => conditional.Action.Index, conditional => conditional.When));

    /// <summary>The condition of an action; null when it has none here.</summary>
    public Condition? Find(ActionHandle action) => _conditions.GetValueOrDefault(action.Index);

    /// <summary>The actions that have conditions.</summary>
    public IEnumerable<ActionHandle> Actions => _conditions.Keys.Select(index => new ActionHandle(index));

    /// <summary>The same without some actions.</summary>
    public ConditionTable Without(IReadOnlyCollection<ActionHandle> actions) => actions.Any(action => Find(action) is not null)
        ? new ConditionTable(_conditions
            .Where(pair => !actions.Contains(new ActionHandle(pair.Key)))
            .ToFrozenDictionary(pair => pair.Key, pair => pair.Value))
        : this;
}
