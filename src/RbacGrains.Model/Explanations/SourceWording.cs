using static RbacGrains.Model.ExplanationWords;

namespace RbacGrains.Model;

/// <summary>Says, as the main clause of a sentence, how a role and grants come to give an action or not to.</summary>
internal static class SourceWording
{
    /// <summary>What gives the action: the role if it does, else a grant.</summary>
    public static string Giving(Sources sources) => sources.Standing == RoleStanding.Admin
        ? $"role {Quoted(sources.RoleId)} is an admin role and holds everything that the plan allows"
        : sources.RoleGives ? GivingRole(sources)
        : sources is { Own.Gives: false, Condition: { } condition } ? condition.Clause(sources.RoleId, sources.Action)
        : GivingGrant(sources);

    /// <summary>What comes nearest to giving the action, and falls short of it.</summary>
    public static string Lacking(Sources sources, Plan plan)
    {
        var role = Quoted(sources.RoleId);
        var action = Quoted(sources.Action);
        return sources switch
        {
            { Condition: { } condition } => condition.Clause(sources.RoleId, sources.Action),
            { Standing: RoleStanding.AdminNotOffered } or { Standing: RoleStanding.NotOffered, Role.Gives: true } =>
                $"role {role} would give {action}, but plan {Quoted(plan.Id)} does not offer that role",
            _ when Nearest(sources) is var (level, from) => $"{At(level)}{from}, and {action} needs {Quoted(level.NeededLevel)}",
            { Standing: RoleStanding.None } => $"no grant gives {action}",
            { Standing: RoleStanding.Unknown } => $"role {role} does not exist, and no grant gives {action}",
            { Standing: RoleStanding.NotOffered } => $"plan {Quoted(plan.Id)} does not offer role {role}, and no grant gives {action}",
            { Role.IsWithdrawn: true } => $"role {role} withdraws {action}, and no grant gives it",
            _ => $"neither role {role} nor any grant gives {action}",
        };
    }

    /// <summary>Where a role's level comes from, to be put behind what is said about the level.</summary>
    public static string InRole(string? role) => role is null ? "" : $" in role {Quoted(role)}";

    private static string GivingRole(Sources sources) => sources.Role switch
    {
        { Single: { } single } => $"role {Quoted(sources.RoleId)} gives {Named(single, sources.Action)}",
        { Level: { } level } => Allowing(level, InRole(sources.RoleId), sources.Action),
        _ => throw new ArgumentException("The role does not give the action.", nameof(sources)),
    };

    private static string GivingGrant(Sources sources) => sources.Own switch
    {
        { Single: { } single } => $"{Named(single, sources.Action)} is granted to the member",
        { Level: { } level } => Allowing(level, "", sources.Action),
        _ => throw new ArgumentException("No grant gives the action.", nameof(sources)),
    };

    private static string Allowing(LevelFinding level, string from, string action) =>
        $"{At(level)}{from}, {(level.IsCapped ? "but that still" : "which")} allows {Quoted(action)}";

    private static string At(LevelFinding level) => level switch
    {
        // Where the level that is set falls short by itself, the cap decides nothing.
        { IsCapped: true, WouldSuffice: true } =>
            $"{Quoted(level.Area.Id)} is capped at {Quoted(level.LevelInEffect)} by its parent {Quoted(level.Area.ParentId)}",
        { IsInherited: true } => $"{Quoted(level.Area.Id)} inherits {Quoted(level.SetLevel)} from {Quoted(level.SetOn)}",
        _ => $"{Quoted(level.Area.Id)} is set to {Quoted(level.SetLevel)}",
    };

    /// <summary>The level that a parent holds back, or else the highest; the role's before a grant's.</summary>
    private static (LevelFinding Level, string From)? Nearest(Sources sources)
    {
        var role = sources.Standing == RoleStanding.Ordinary ? sources.Role.Level : null;
        var own = sources.Own.Level;
        if (role is not null && (own is null || role.Set >= own.Set)) return (role, InRole(sources.RoleId));
        return own is null ? null : (own, "");
    }
}
