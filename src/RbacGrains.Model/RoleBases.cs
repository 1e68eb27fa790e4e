using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>Which custom roles build on which.</summary>
public static class RoleBases
{
    /// <summary>The way from a role over its bases back to itself, such as <c>a</c>, <c>b</c>, <c>a</c>; empty when it does not lead back.</summary>
    public static ImmutableArray<string> CycleFrom(ImmutableArray<CustomRole> roles, string role)
    {
        var way = new List<string> { role };
        for (var present = Find(roles, role)?.BasedOn; present is not null; present = Find(roles, present)?.BasedOn)
        {
            // A circle further on is the fault of those in it.
            var met = way.Contains(present);
            way.Add(present);
            if (met) return string.Equals(present, role, StringComparison.Ordinal) ? [.. way] : [];
        }
        return [];
    }

    /// <summary>A role and all that build on it, directly or not, each after what it builds on.</summary>
    public static ImmutableArray<string> Dependents(ImmutableArray<CustomRole> roles, string role)
    {
        var found = new List<string> { role };
        var seen = new HashSet<string>(found, StringComparer.Ordinal);
        for (var next = 0; next < found.Count; next++)
            foreach (var custom in roles)
                if (string.Equals(custom.BasedOn, found[next], StringComparison.Ordinal) && seen.Add(custom.Id)) found.Add(custom.Id);
        return [.. found];
    }

    private static CustomRole? Find(ImmutableArray<CustomRole> roles, string id) =>
        roles.FirstOrDefault(role => string.Equals(role.Id, id, StringComparison.Ordinal));
}
