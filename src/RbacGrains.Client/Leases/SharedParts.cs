using System.Collections.Immutable;

namespace RbacGrains.Client;

/// <summary>
/// Has what many accesses say alike once in memory: roles, grants, project ceilings. It makes every access a copy of its own, because an access
/// remembers the policy that it was last compiled for.
/// </summary>
internal sealed class SharedParts
{
    private const int Most = 16_384;

    private readonly Dictionary<string, string> _roles = new(StringComparer.Ordinal);
    private readonly Dictionary<Grants, Grants> _grants = [];

    /// <summary>The same access, of shared parts.</summary>
    public Access? Share(Access? access) => access is null
        ? null
        : access with
        {
            Role = Shared(_roles, access.Role),
            Grants = Shared(_grants, access.Grants),
            Projects = access.Projects.IsEmpty ? ImmutableArray<ProjectScope>.Empty : access.Projects,
        };

    private static T Shared<T>(Dictionary<T, T> parts, T part)
        where T : notnull
    {
        if (parts.TryGetValue(part, out var shared)) return shared;
        if (parts.Count < Most) parts.Add(part, part);
        return part;
    }
}
