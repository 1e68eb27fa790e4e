using RbacGrains.Model;

namespace RbacGrains.Decision.Tests.Differential;

/// <summary>One policy and one access that meet, and all that is asked of the pair.</summary>
internal sealed record Case(int Seed, Policy Policy, Access? Access, DateTimeOffset Now)
{
    /// <summary>Everything that the decision depends on, as text.</summary>
    public string Dump()
    {
        var model = Policy.Model;
        var lines = new List<string>
        {
            $"seed {Seed}, now {Now:O}",
            $"plan {Policy.Plan.Id} of {Join(model.Plans.Select(plan => plan.Id))}, inheritance {model.Inheritance}",
        };
        lines.AddRange(model.Levels.Select(level => $"level {level.Id}: {Join(level.Verbs)}"));
        lines.AddRange(model.AreaTable.All.Select(area => $"area {area.Id} (shared by: {Join(area.SharedBy)})"));
        lines.AddRange(model.Resources.Select(resource => $"resource {resource.Id}: {Join(resource.Verbs)}"));
        lines.AddRange(model.Roles.Select(role =>
            $"role {role.Id}{(role.IsAdmin ? " (admin)" : "")}, plans {Join(role.Plans)}: {role.Grants}"));
        lines.AddRange(Policy.CustomRoles.Select(role =>
            $"custom role {role.Id} on {role.BasedOn ?? "nothing"}, plans {Join(role.Plans)}: {role.Grants}"));
        lines.AddRange(model.Gates.Select(gate =>
            $"gate {gate.Id}, plans {Join(gate.Plans)}, roles {Join(gate.Roles)}: {Join(gate.Actions)}"));
        if (Access is null) return string.Join('\n', lines.Append("not a member"));

        lines.Add($"access: role {Access.Role}, suspended {Access.Suspended}, expires {Access.ExpiresAt:O}: {Access.Grants}");
        lines.AddRange(Access.Groups.Select(group => $"group {group.Group}: role {group.Role}: {group.Grants}"));
        lines.AddRange(Access.Projects.Select(scope =>
            $"scope {scope.Project}: role {scope.Role}, expires {scope.ExpiresAt:O}: {scope.Grants}"));
        return string.Join('\n', lines);
    }

    private static string Join(IEnumerable<string> items) => $"[{string.Join(' ', items)}]";
}
