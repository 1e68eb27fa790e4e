using System.Collections.Immutable;

namespace RbacGrains.AdminConsole;

/// <summary>Something beside the edited grants that gives access: it only adds to them, and they cannot take from it.</summary>
/// <param name="Kind">What sort of thing.</param>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its name as people write it.</param>
/// <param name="Grants">What it gives.</param>
/// <param name="Conditional">Actions that it gives under a condition only.</param>
/// <param name="IsAdmin">Whether it gives everything that the plan allows.</param>
public sealed record GridSource(
    GridSourceKind Kind, string Id, string Title, Grants Grants, ImmutableArray<string> Conditional, bool IsAdmin)
{
    /// <summary>The source as the subject of a sentence: <c>role Analyst</c>.</summary>
    public string Name => $"{(Kind == GridSourceKind.Role ? "role" : "group")} {Title}";

    /// <summary>A role as a source; null for one that the plan does not offer, which gives nothing.</summary>
    public static GridSource? OfRole(Policy policy, string? role)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return role is not null && policy.FindOfferedRole(role) is { } found
            ? new GridSource(
                GridSourceKind.Role,
                found.Id,
                found.Title,
                found.Grants,
                [.. found.ConditionalActions.Select(conditional => conditional.Action)],
                found.IsAdmin)
            : null;
    }

    /// <summary>The level it gives in every area, as ranks in the order of the model's areas.</summary>
    public int[] Levels(AuthorizationModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return IsAdmin ? AreaLevels.Everywhere(model, model.Levels.Length - 1) : AreaLevels.Of(model, Grants);
    }

    /// <summary>Whether it gives an action by itself, without a condition.</summary>
    public bool Gives(AuthorizationModel model, string action)
    {
        ArgumentNullException.ThrowIfNull(model);
        return IsAdmin || Grants.Items.Any(grant => grant.Level == Grants.Allow && SameAction(model, grant.On, action));
    }

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
