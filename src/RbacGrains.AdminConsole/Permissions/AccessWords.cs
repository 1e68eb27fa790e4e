using System.Collections.Immutable;
using System.Globalization;

namespace RbacGrains.AdminConsole;

/// <summary>Says in plain words what somebody is assigned, and how two states of it differ.</summary>
public static class AccessWords
{
    /// <summary>How one access differs from another, a line for each thing that does; empty when nothing does.</summary>
    public static ImmutableArray<AccessChange> Changes(Policy policy, Access before, Access after)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var lines = ImmutableArray.CreateBuilder<AccessChange>();
        if (before.Role != after.Role) lines.Add(new("Role", Role(policy, before.Role), Role(policy, after.Role)));
        if (before.Suspended != after.Suspended) lines.Add(new("Status", Status(before), Status(after)));
        if (before.ExpiresAt != after.ExpiresAt) lines.Add(new("Expires", Moment(before.ExpiresAt), Moment(after.ExpiresAt)));
        lines.AddRange(Changes(policy.Model, before.Grants, after.Grants, ""));
        foreach (var group in before.Groups.Concat(after.Groups).Select(group => group.Group).Distinct(StringComparer.Ordinal))
            lines.AddRange(Changes(policy, group, before.FindGroup(group), after.FindGroup(group)));
        foreach (var project in before.Projects.Concat(after.Projects).Select(scope => scope.Project).Distinct(StringComparer.Ordinal))
        {
            var (old, now) = (Find(before, project), Find(after, project));
            var name = Project(project);
            if (old is null || now is null) lines.Add(new(name, old is null ? "no limit" : "limited", now is null ? "no limit" : "limited"));
            if (old is null || now is null) continue;
            if (old.Role != now.Role) lines.Add(new($"{name}: role", Role(policy, old.Role), Role(policy, now.Role)));
            if (old.ExpiresAt != now.ExpiresAt) lines.Add(new($"{name}: closes", Moment(old.ExpiresAt), Moment(now.ExpiresAt)));
            lines.AddRange(Changes(policy.Model, old.Grants, now.Grants, $"{name}: "));
        }
        return lines.ToImmutable();
    }

    /// <summary>An area with its parent: <c>Knowledge › FAQs</c>; the id itself for one that the model does not have.</summary>
    public static string Area(AuthorizationModel model, string area)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (!model.AreaTable.TryFind(area, out var index)) return area;
        var found = model.AreaTable.All[index];
        return found.ParentId is { } parent ? $"{Area(model, parent)} › {found.Title}" : found.Title;
    }

    /// <summary>An action of a resource in words: <c>Users: modify permissions</c>.</summary>
    public static string Action(string action)
    {
        ArgumentNullException.ThrowIfNull(action);
        var colon = action.LastIndexOf(':');
        if (colon <= 0) return action;
        var resource = string.Join(" › ", action[..colon].Split('/').Select(Plain.Title));
        return $"{resource}: {action[(colon + 1)..].Replace('_', ' ')}";
    }

    /// <summary>A project in words.</summary>
    public static string Project(string project) => project == ProjectScope.Others ? "All other projects" : $"Project {project}";

    /// <summary>A moment as people read it, in UTC; "never" for none.</summary>
    public static string Moment(DateTimeOffset? moment) =>
        moment?.UtcDateTime.ToString("d MMM yyyy HH:mm 'UTC'", CultureInfo.InvariantCulture) ?? "never";

    /// <summary>The first of some words, and how many more there are.</summary>
    public static string List(IEnumerable<string> words, int most)
    {
        var all = words.ToList();
        return all.Count <= most ? string.Join(", ", all) : $"{string.Join(", ", all.Take(most))} and {all.Count - most} more";
    }

    private static IEnumerable<AccessChange> Changes(Policy policy, string group, GroupGrants? before, GroupGrants? after)
    {
        var name = $"Group {group}";
        if (before is null || after is null)
        {
            yield return new(name, before is null ? "not in it" : "in it", after is null ? "not in it" : "in it");
            yield break;
        }
        if (before.Role != after.Role) yield return new($"{name}: role", Role(policy, before.Role), Role(policy, after.Role));
        foreach (var change in Changes(policy.Model, before.Grants, after.Grants, $"{name}: ")) yield return change;
    }

    private static IEnumerable<AccessChange> Changes(AuthorizationModel model, Grants before, Grants after, string prefix)
    {
        var order = model.AreaTable.All.Select(area => area.Id).ToList();
        return before.Items.Concat(after.Items).Select(grant => grant.On).Distinct(StringComparer.Ordinal)
            .Where(on => before[on] != after[on])
            .OrderBy(on => order.IndexOf(on) is >= 0 and var place ? place : int.MaxValue)
            .ThenBy(on => on, StringComparer.Ordinal)
            .Select(on => on.Contains(':', StringComparison.Ordinal)
                ? new AccessChange($"{prefix}{Action(on)}", Given(before[on]), Given(after[on]))
                : new AccessChange($"{prefix}{Area(model, on)}", Level(model, before[on]), Level(model, after[on])));
    }

    private static string Given(string? level) => level == Grants.Allow ? "granted" : "not granted";

    private static string Level(AuthorizationModel model, string? level) =>
        level is null ? "not set" : model.RankOf(level) is >= 0 and var rank ? model.Levels[rank].Title : level;

    private static string Role(Policy policy, string? role) => role is null ? "none" : policy.FindRole(role)?.Title ?? role;

    private static string Status(Access access) => access.Suspended ? "suspended" : "active";

    private static ProjectScope? Find(Access access, string project) => access.Projects.FirstOrDefault(scope => scope.Project == project);
}

/// <summary>One thing that differs, before and after in words.</summary>
/// <param name="What">What differs: <c>Knowledge › FAQs</c>.</param>
/// <param name="Before">What it was.</param>
/// <param name="After">What it is.</param>
public sealed record AccessChange(string What, string Before, string After);
