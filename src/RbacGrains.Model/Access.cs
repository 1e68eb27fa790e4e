using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>
/// What one user holds in one organization. Immutable; the user owns it, and whoever else evaluates holds it under a lease.
/// </summary>
public sealed record Access
{
    /// <summary>What this compiled to under the policy that last evaluated it. A cache: racing writers write equal values.</summary>
    private PermissionSet? _permissions;

    /// <summary>An access that is yet to be filled.</summary>
    public Access()
    {
    }

    // A copy starts without what the original compiled to: "with" is about to change what that depends on.
    private Access(Access original)
    {
        Role = original.Role;
        Grants = original.Grants;
        Groups = original.Groups;
        Projects = original.Projects;
        ExpiresAt = original.ExpiresAt;
        Suspended = original.Suspended;
        Version = original.Version;
    }

    /// <summary>The role that is assigned.</summary>
    public required string Role { get; init; }

    /// <summary>What is granted beside the role.</summary>
    public Grants Grants { get; init; } = Grants.Empty;

    /// <summary>What each group of the member gives, in ordinal order of the group.</summary>
    public ImmutableArray<GroupGrants> Groups { get; init; } = [];

    /// <summary>Ceilings inside projects, in ordinal order of the project; a project without an entry restricts nothing.</summary>
    public ImmutableArray<ProjectScope> Projects { get; init; } = [];

    /// <summary>The moment from which nothing is held any more; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Whether the member is suspended and holds nothing until that ends.</summary>
    public bool Suspended { get; init; }

    /// <summary>Grows with every change of this access; no two accesses of a user have the same. A member's first is at least 1.</summary>
    public long Version { get; init; } = 1;

    /// <summary>The place in <see cref="Projects"/> of the ceiling inside a project, or -1 where nothing restricts.</summary>
    public int IndexOfScope(string project)
    {
        var others = -1;
        for (var index = 0; index < Projects.Length; index++)
        {
            if (string.Equals(Projects[index].Project, project, StringComparison.Ordinal)) return index;
            if (string.Equals(Projects[index].Project, ProjectScope.Others, StringComparison.Ordinal)) others = index;
        }
        return others;
    }

    /// <summary>What a group of the member gives; null for one that the member is not in.</summary>
    public GroupGrants? FindGroup(string group)
    {
        foreach (var held in Groups)
            if (string.Equals(held.Group, group, StringComparison.Ordinal)) return held;
        return null;
    }

    /// <summary>The same access with a group, or without it where what it gives is null.</summary>
    /// <param name="group">The group's id.</param>
    /// <param name="grants">What the group gives; its id is <paramref name="group"/>.</param>
    public Access WithGroup(string group, GroupGrants? grants)
    {
        var others = Groups.Where(held => !string.Equals(held.Group, group, StringComparison.Ordinal));
        return this with
        {
            Groups = grants is null ? [.. others] : [.. others.Append(grants).OrderBy(held => held.Group, StringComparer.Ordinal)],
        };
    }

    /// <summary>Whether anything is held at all at that moment.</summary>
    public bool IsActive(DateTimeOffset now) => !Suspended && (ExpiresAt is not { } end || now < end);

    /// <inheritdoc/>
    public bool Equals(Access? other) =>
        other is not null
        && string.Equals(Role, other.Role, StringComparison.Ordinal)
        && Grants.Equals(other.Grants)
        && Groups.SequenceEqual(other.Groups)
        && Projects.SequenceEqual(other.Projects)
        && ExpiresAt == other.ExpiresAt
        && Suspended == other.Suspended
        && Version == other.Version;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Role, Grants, Groups.Length, Projects.Length, ExpiresAt, Suspended, Version);

    /// <summary>What this access amounts to under a policy, compiled at the first use of that policy.</summary>
    internal PermissionSet Under(Policy policy)
    {
        var permissions = _permissions;
        return permissions is not null && ReferenceEquals(permissions.Policy, policy) ? permissions : Compile(policy);
    }

    private PermissionSet Compile(Policy policy) => _permissions = policy.Compile(this);
}
