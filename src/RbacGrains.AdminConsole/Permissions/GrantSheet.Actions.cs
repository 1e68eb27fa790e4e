using System.Collections.Immutable;

namespace RbacGrains.AdminConsole;

/// <content>Single actions, granted one by one.</content>
public sealed partial record GrantSheet
{
    /// <summary>The level under which a custom role withdraws an action of its base.</summary>
    public const string Withdrawn = "none";

    /// <summary>Every action of the model's resources in document order, then what is granted within areas action by action.</summary>
    public ImmutableArray<ActionRow> Actions =>
    [
        .. Model.Resources.SelectMany(resource => resource.Verbs.Select(verb => RowOf($"{resource.Id}:{verb}"))),
        .. Merged.Items.Where(grant => grant.IsAction && IsOfArea(grant.On)).Select(grant => RowOf(grant.On)),
    ];

    private ActionRow RowOf(string action)
    {
        var colon = action.LastIndexOf(':');
        var by = Beside.Where(source => source.Gives(Model, action)).ToImmutableArray();
        var granted = Gives(Merged, action);
        var when = Beside.FirstOrDefault(source => source.Conditional.Contains(action));
        var gate = ClosedGates.FirstOrDefault(gate => gate.Actions.Contains(action));
        var resource = Model.AreaTable.TryFind(action[..colon], out var index) ? PathOf(index) : Plain.Title(action[..colon]);
        return new ActionRow(
            action,
            resource,
            Plain.Title(action[(colon + 1)..]),
            granted || !by.IsEmpty,
            granted,
            by,
            RefusalOf(action, granted, by),
            gate is not null ? GateSentence(gate)
                : when is not null && !granted && by.IsEmpty ? $"{Upper(when.Name)} gives this under a condition." : null)
        {
            IsChanged = Saved is not null && Saved[action] != Own[action],
            InBase = BaseTitle.Length == 0 ? null : Gives(Lay(Grants.Empty), action),
        };
    }

    private string? RefusalOf(string action, bool granted, ImmutableArray<GridSource> by)
    {
        if (Admin is { } admin) return $"{Upper(admin.Name)} holds everything that the plan allows.";
        if (!by.IsEmpty && !granted) return $"{Upper(by[0].Name)} gives this already.";
        return granted ? null : Refuses?.Invoke(Toggle(action, true));
    }

    private string PathOf(int index) => Model.AreaTable.Parents[index] is >= 0 and var parent
        ? $"{Model.AreaTable.All[parent].Title} › {Model.AreaTable.All[index].Title}"
        : Model.AreaTable.All[index].Title;

    private bool IsOfArea(string action) => Model.Actions.TryFind(action, out _)
        && !Model.Resources.Any(resource => action.StartsWith($"{resource.Id}:", StringComparison.Ordinal));
}
