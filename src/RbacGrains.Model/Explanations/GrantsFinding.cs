namespace RbacGrains.Model;

/// <summary>What one list of grants, a role's or somebody's own, says about one action.</summary>
/// <param name="Single">The grant of the single action, by whichever of its names; null when there is none.</param>
/// <param name="Level">What is said about the action's area; null when nothing is, or when that does not hold for the action.</param>
/// <param name="IsWithdrawn">Whether it is a role's that withdraws the action, whatever the level of its area.</param>
internal sealed record GrantsFinding(string? Single, LevelFinding? Level, bool IsWithdrawn = false)
{
    public bool Gives => Single is not null || Level is { Suffices: true };

    public static GrantsFinding Of(AuthorizationModel model, ActionHandle action, Role role) =>
        role.Withdrawn.Contains(model.Actions[action]) ? new GrantsFinding(null, null, IsWithdrawn: true) : Of(model, action, role.Grants);

    public static GrantsFinding Of(AuthorizationModel model, ActionHandle action, Grants grants)
    {
        string? single = null;
        foreach (var grant in grants.Items)
            if (grant.IsAction && grant.Level == Grants.Allow && model.Actions.TryFind(grant.On, out var granted) && granted == action)
                single ??= grant.On;
        return new GrantsFinding(single, LevelFinding.Of(model, action, grants));
    }
}
