using System.Collections.Immutable;
using RbacGrains.Model;

namespace RbacGrains.Decision.Tests.Differential;

/// <summary>
/// The decision once more, as plain as the semantics are written down: it reads the documents, sets no bits, keeps nothing
/// and shares nothing with the compiled evaluator. Where the two disagree, one of them is wrong.
/// </summary>
internal sealed class Specification(AuthorizationModel model, ImmutableArray<CustomRole> customRoles, string plan, DateTimeOffset now)
{
    private readonly ImmutableArray<Area> _areas = [.. model.Areas.SelectMany(area => area.SubAreas.Prepend(area))];

    /// <param name="access">What the user holds.</param>
    /// <param name="name">The action.</param>
    /// <param name="project">The project; null for the organization itself.</param>
    /// <param name="holds">Whether every condition holds; null when nothing is said that one could be judged by.</param>
    public DecisionReason Decide(Access? access, string name, string? project, bool? holds = null)
    {
        var action = ActionNamed(name);
        if (access is null) return DecisionReason.NotMember;
        if (access.Suspended) return DecisionReason.Suspended;
        if (IsOver(access.ExpiresAt)) return DecisionReason.Expired;
        var isGiven = IsGiven(access.Role, access.Grants, action) || access.Groups.Any(group => IsGivenBy(group, action));
        if (!isGiven && !HasCondition(access.Role, action) && !access.Groups.Any(group => HasCondition(RoleOf(group), action)))
            return DecisionReason.NotGranted;
        if (model.Gates.Any(gate => Covers(gate, action) && !IsOpen(gate, access))) return DecisionReason.Gated;
        if (IsAdmin(access.Role)) return DecisionReason.Admin;
        if (!isGiven && holds is not true) return DecisionReason.ConditionNotMet;
        if (ScopeIn(access, project) is not { } scope || LetsPass(scope, action)) return DecisionReason.Granted;
        return IsOver(scope.ExpiresAt) || !HasCondition(scope.Role, action) ? DecisionReason.OutsideProjectScope
            : holds is true ? DecisionReason.Granted : DecisionReason.ConditionNotMet;
    }

    /// <summary>The rank of the level in effect in an area.</summary>
    public int LevelIn(Access access, Area area, string? project)
    {
        if (access.Suspended || IsOver(access.ExpiresAt)) return 0;
        var level = access.Groups
            .Select(group => LevelGiven(RoleOf(group), group.Grants, area))
            .Append(LevelGiven(access.Role, access.Grants, area))
            .Max();
        if (IsAdmin(access.Role) || ScopeIn(access, project) is not { } scope) return level;
        return IsOver(scope.ExpiresAt) ? 0 : Math.Min(level, LevelGiven(scope.Role, scope.Grants, area));
    }

    // Sources: the role, the grants, and the same of each group, each for itself, and then whichever permits more.

    private bool IsGiven(string? role, Grants grants, Action action) =>
        IsAdmin(role) || Offered(role).Any(known => Gives(known, action)) || Gives(grants, action);

    private bool IsGivenBy(GroupGrants group, Action action) => IsGiven(RoleOf(group), group.Grants, action);

    /// <summary>The role that a group gives: one that is offered, and no admin's.</summary>
    private string? RoleOf(GroupGrants group) => Offered(group.Role).Any(known => !known.IsAdmin) ? group.Role : null;

    private bool HasCondition(string? role, Action action) => Offered(role).Any(known => known.HasCondition(action.Names));

    private int LevelGiven(string? role, Grants grants, Area area) =>
        IsAdmin(role) ? model.Levels.Length - 1 : Offered(role).Select(known => LevelShown(known, area)).Append(Level(grants, area)).Max();

    private bool Gives(RoleSpecification role, Action action) => role.Says(action.Names, action.Area is not null)
        ?? (action.Area is { } area && model.Levels[Level(role.LevelSet, area)].Verbs.Contains(action.Verb));

    // A level that a role does not give in full is not the role's.
    private int LevelShown(RoleSpecification role, Area area)
    {
        var level = Level(role.LevelSet, area);
        while (role.IsCustom && model.Levels[level].Verbs.Any(verb => role.Says(ActionNamed($"{area.Id}:{verb}").Names, isOfArea: true) is false))
            level--;
        return level;
    }

    private bool Gives(Grants grants, Action action) =>
        grants.Items.Any(grant => grant.Level == "allow" && action.Names.Contains(grant.On))
        || (action.Area is { } area && model.Levels[Level(grants, area)].Verbs.Contains(action.Verb));

    private int Level(Grants grants, Area area) =>
        Level(on => grants.Items.Where(grant => grant.On == on.Id).Select(grant => Rank(grant.Level)).SingleOrDefault(), area);

    private int Level(Func<Area, int?> setOn, Area area)
    {
        var set = setOn(area);
        if (area.ParentId is null) return set ?? 0;

        var parent = Level(setOn, _areas.Single(other => other.Id == area.ParentId));
        if (set is null) return parent;
        return model.Inheritance == Inheritance.Cap ? Math.Min(set.Value, parent) : set.Value;
    }

    private int? Rank(string level) =>
        model.Levels.Any(known => known.Id == level) ? model.Levels.TakeWhile(known => known.Id != level).Count() : null;

    private bool IsAdmin(string? role) => Offered(role).Any(known => known.IsAdmin);

    private IEnumerable<RoleSpecification> Offered(string? role)
    {
        var known = new RoleSpecification(model, customRoles, role);
        if (known.IsOffered(plan)) yield return known;
    }

    // Ceilings.

    private static bool Covers(Gate gate, Action action) => action.Names.Any(gate.Actions.Contains);

    private bool IsOpen(Gate gate, Access access) =>
        (gate.Plans.IsEmpty || gate.Plans.Contains(plan))
        && (gate.Roles.IsEmpty
            || IsNamed(gate, access.Role)
            || access.Groups.Any(group => RoleOf(group) is { } role && IsNamed(gate, role)));

    private bool IsNamed(Gate gate, string role) => gate.Roles.Contains(role) && !new RoleSpecification(model, customRoles, role).IsCustom;

    private static ProjectScope? ScopeIn(Access access, string? project) => project is null
        ? null
        : access.Projects.SingleOrDefault(scope => scope.Project == project)
            ?? access.Projects.SingleOrDefault(scope => scope.Project == "*");

    private bool LetsPass(ProjectScope scope, Action action) =>
        !IsOver(scope.ExpiresAt) && IsGiven(scope.Role, scope.Grants, action);

    private bool IsOver(DateTimeOffset? end) => end is not null && end <= now;

    // Names: an action is "resource:verb" or "area:verb", and each thing that shares the area names it again.

    private Action ActionNamed(string name)
    {
        var (on, verb) = name.Split(':') is [var before, var after] ? (before, after) : throw new ArgumentException(name);
        var area = _areas.FirstOrDefault(area => area.Id == on);
        return new Action(area, verb, [name, .. (area?.SharedBy ?? []).Select(alias => $"{alias}:{verb}")]);
    }

    private sealed record Action(Area? Area, string Verb, ImmutableArray<string> Names);
}
