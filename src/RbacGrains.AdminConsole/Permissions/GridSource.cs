namespace RbacGrains.AdminConsole;

/// <summary>Something beside the edited grants that gives access: it only adds to them, and they cannot take from it.</summary>
/// <param name="Kind">What sort of thing.</param>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its name as people write it.</param>
/// <param name="Role">The role that it is, or that a group gives; null for none that gives anything.</param>
/// <param name="Grants">What it gives beside that.</param>
public sealed record GridSource(GridSourceKind Kind, string Id, string Title, Role? Role, Grants Grants)
{
    /// <summary>Whether it gives everything that the plan allows.</summary>
    public bool IsAdmin => Role is { IsAdmin: true };

    /// <summary>Actions that it gives under a condition only.</summary>
    public IEnumerable<string> Conditional => Role is null ? [] : Role.ConditionalActions.Select(conditional => conditional.Action);

    /// <summary>The source as the subject of a sentence: <c>role Analyst</c>.</summary>
    public string Name => $"{(Kind == GridSourceKind.Role ? "role" : "group")} {Title}";

    /// <summary>A role as a source; null for one that the plan does not offer, which gives nothing.</summary>
    public static GridSource? OfRole(Policy policy, string? role)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return policy.FindOfferedRole(role) is { } found ? new GridSource(GridSourceKind.Role, found.Id, found.Title, found, Grants.Empty) : null;
    }

    /// <summary>A group of a member as a source.</summary>
    /// <param name="policy">What the organization's members are judged by.</param>
    /// <param name="group">What it gives.</param>
    /// <param name="title">Its name as people write it.</param>
    public static GridSource OfGroup(Policy policy, GroupGrants group, string title)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(group);
        return new GridSource(GridSourceKind.Group, group.Group, title, policy.FindRoleOfGroup(group.Role), group.Grants);
    }

    /// <summary>The level it gives in every area, as ranks in the order of the model's areas.</summary>
    public int[] Levels(AuthorizationModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return AreaLevels.Of(model, Role, Grants);
    }

    /// <summary>Whether it gives an action by itself, without a condition.</summary>
    public bool Gives(AuthorizationModel model, string action)
    {
        ArgumentNullException.ThrowIfNull(model);
        return IsAdmin || Has(model, Grants, action) || (Role is not null && Has(model, Role.Grants, action));
    }

    private static bool Has(AuthorizationModel model, Grants grants, string action) =>
        grants.Items.Any(grant => grant.Level == Grants.Allow && SameAction(model, grant.On, action));

    private static bool SameAction(AuthorizationModel model, string one, string other) =>
        model.Actions.TryFind(one, out var first) && model.Actions.TryFind(other, out var second) && first == second;
}

/// <summary>What sort of thing gives access beside the edited grants.</summary>
public enum GridSourceKind
{
    /// <summary>A role.</summary>
    Role,

    /// <summary>A group.</summary>
    Group,
}
