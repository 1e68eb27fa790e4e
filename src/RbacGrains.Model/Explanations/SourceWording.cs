using System.Collections.Immutable;
using static RbacGrains.Model.ExplanationWords;

namespace RbacGrains.Model;

/// <summary>Says, as the main clause of a sentence, how a role and grants come to give an action or not to.</summary>
internal static class SourceWording
{
    private const int Far = int.MaxValue;

    /// <summary>What gives the action: the first that does so whatever its properties, else the first whose condition holds.</summary>
    public static string Giving(ImmutableArray<Sources> all) =>
        Giving(all.FirstOrDefault(sources => sources.GiveAnyway) ?? all.First(sources => sources.Give));

    /// <summary>What gives the action: the role if it does, else a grant.</summary>
    public static string Giving(Sources sources) => sources.Standing == RoleStanding.Admin
        ? $"role {Quoted(sources.RoleId)} is an admin role and holds everything that the plan allows"
        : sources.RoleGives ? GivingRole(sources)
        : sources is { Own.Gives: false, Condition: { } condition } ? condition.Clause(Role(sources), sources.Action)
        : GivingGrant(sources);

    /// <summary>What comes nearest to giving the action of all that a member has, and falls short of it.</summary>
    public static string Lacking(ImmutableArray<Sources> all, Plan plan)
    {
        var nearest = all.MinBy(Distance)!;
        return all.Length > 1 && Distance(nearest) == Far
            ? $"{Lacking(all[0], plan)}, nor does any group"
            : Lacking(nearest, plan);
    }

    /// <summary>What comes nearest to giving the action, and falls short of it.</summary>
    public static string Lacking(Sources sources, Plan plan)
    {
        var role = Role(sources);
        var action = Quoted(sources.Action);
        return sources switch
        {
            { Condition: { } condition } => condition.Clause(Role(sources), sources.Action),
            { Standing: RoleStanding.AdminNotOffered } or { Standing: RoleStanding.NotOffered, Role.Gives: true } =>
                $"{role} would give {action}, but plan {Quoted(plan.Id)} does not offer that role",
            _ when Nearest(sources) is var (level, from) => $"{At(level)}{from}, and {action} needs {Quoted(level.NeededLevel)}",
            { Standing: RoleStanding.None } => $"no grant gives {action}",
            { Standing: RoleStanding.Unknown } => $"{role} does not exist, and no grant gives {action}",
            { Standing: RoleStanding.NotOffered } => $"plan {Quoted(plan.Id)} does not offer {role}, and no grant gives {action}",
            { Role.IsWithdrawn: true } => $"{role} withdraws {action}, and no grant gives it",
            _ => $"neither {role} nor any grant gives {action}",
        };
    }

    /// <summary>The role in words, with the group that gives it.</summary>
    public static string Role(Sources sources) =>
        sources.Group is { } group ? $"role {Quoted(sources.RoleId)} of group {Quoted(group)}" : $"role {Quoted(sources.RoleId)}";

    /// <summary>To whom the grants beside the role are given.</summary>
    public static string Receiver(Sources sources) => sources.Group is { } group ? $"group {Quoted(group)}" : "the member";

    /// <summary>Where a role's level comes from, to be put behind what is said about the level.</summary>
    public static string InRole(Sources sources) => $" in {Role(sources)}";

    /// <summary>Where the level of a grant beside the role comes from, likewise.</summary>
    public static string InGroup(Sources sources) => sources.Group is { } group ? $" in group {Quoted(group)}" : "";

    private static string GivingRole(Sources sources) => sources.Role switch
    {
        { Single: { } single } => $"{Role(sources)} gives {Named(single, sources.Action)}",
        { Level: { } level } => Allowing(level, InRole(sources), sources.Action),
        _ => throw new ArgumentException("The role does not give the action.", nameof(sources)),
    };

    private static string GivingGrant(Sources sources) => sources.Own switch
    {
        { Single: { } single } => $"{Named(single, sources.Action)} is granted to {Receiver(sources)}",
        { Level: { } level } => Allowing(level, InGroup(sources), sources.Action),
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

    /// <summary>How far somebody is from having the action: a condition away, a plan, a level; the higher the level, the nearer.</summary>
    private static int Distance(Sources sources) => sources switch
    {
        { Condition: not null } => int.MinValue,
        { Standing: RoleStanding.AdminNotOffered } or { Standing: RoleStanding.NotOffered, Role.Gives: true } => int.MinValue + 1,
        _ when Nearest(sources) is var (level, _) => -level.Set,
        _ => Far,
    };

    /// <summary>The level that a parent holds back, or else the highest; the role's before a grant's.</summary>
    private static (LevelFinding Level, string From)? Nearest(Sources sources)
    {
        var role = sources.Standing == RoleStanding.Ordinary ? sources.Role.Level : null;
        var own = sources.Own.Level;
        if (role is not null && (own is null || role.Set >= own.Set)) return (role, InRole(sources));
        return own is null ? null : (own, InGroup(sources));
    }
}
