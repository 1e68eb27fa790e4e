namespace RbacGrains.Model;

/// <summary>What a role and grants beside it say about one action: a member's, those of a group, or those of a project scope.</summary>
/// <param name="Action">The action, by its canonical name.</param>
/// <param name="RoleId">The role; null for none.</param>
/// <param name="Standing">What the role is worth in the organization.</param>
/// <param name="Role">What the role's grants say, also when the plan does not offer it.</param>
/// <param name="Own">What the grants beside the role say.</param>
/// <param name="Condition">The condition under which the role gives it; null when it gives it anyway, or not at all.</param>
internal sealed record Sources(
    string Action, string? RoleId, RoleStanding Standing, GrantsFinding Role, GrantsFinding Own, ConditionFinding? Condition)
{
    /// <summary>The group that gives them; null where they are the member's own, or a ceiling.</summary>
    public string? Group { get; init; }

    /// <summary>Whether the role gives the action.</summary>
    public bool RoleGives => Standing == RoleStanding.Admin || (Standing == RoleStanding.Ordinary && Role.Gives);

    /// <summary>Whether anything gives the action, whatever its properties.</summary>
    public bool GiveAnyway => RoleGives || Own.Gives;

    /// <summary>Whether anything gives the action.</summary>
    public bool Give => GiveAnyway || Condition is { Holds: true };

    /// <summary>What a group says; nobody is an admin through one.</summary>
    public static Sources Of(Policy policy, ActionHandle action, GroupGrants group, ConditionFacts? facts)
    {
        var sources = Of(policy, action, group.Role, group.Grants, facts) with { Group = group.Group };
        return sources.Standing is RoleStanding.Admin or RoleStanding.AdminNotOffered
            ? sources with { Standing = RoleStanding.AdminOfGroup }
            : sources;
    }

    public static Sources Of(Policy policy, ActionHandle action, string? roleId, Grants grants, ConditionFacts? facts)
    {
        var role = roleId is null ? null : policy.FindRole(roleId);
        var standing = role switch
        {
            null => roleId is null ? RoleStanding.None : RoleStanding.Unknown,
            _ when !role.IsOfferedBy(policy.Plan.Id) => role.IsAdmin ? RoleStanding.AdminNotOffered : RoleStanding.NotOffered,
            { IsAdmin: true } => RoleStanding.Admin,
            _ => RoleStanding.Ordinary,
        };
        return new Sources(
            policy.Model.Actions[action],
            roleId,
            standing,
            role is null ? new GrantsFinding(null, null) : GrantsFinding.Of(policy.Model, action, role),
            GrantsFinding.Of(policy.Model, action, grants),
            standing == RoleStanding.Ordinary ? ConditionFinding.Of(role!, policy.Model.Actions[action], facts) : null);
    }
}

/// <summary>What a role is worth under a policy.</summary>
internal enum RoleStanding
{
    /// <summary>There is no role.</summary>
    None,

    /// <summary>The policy has no role of that id.</summary>
    Unknown,

    /// <summary>The plan does not offer the role.</summary>
    NotOffered,

    /// <summary>The plan does not offer the role, which is an admin's.</summary>
    AdminNotOffered,

    /// <summary>The role is an admin's, which no group gives.</summary>
    AdminOfGroup,

    /// <summary>The role gives what it is granted.</summary>
    Ordinary,

    /// <summary>The role gives everything.</summary>
    Admin,
}
