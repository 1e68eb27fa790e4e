namespace RbacGrains.Model;

/// <summary>
/// What one group of a member gives, as copied into the member's own record, so that a check looks at nothing else. A group gives what its role
/// and its grants give; a role that is an admin's gives nothing here.
/// </summary>
/// <param name="Group">The group's id.</param>
/// <param name="Version">The version of the group that this is a copy of.</param>
/// <param name="Role">The role that its members hold through it; null for none.</param>
/// <param name="Grants">What is granted to its members beside the role.</param>
public sealed record GroupGrants(string Group, long Version, string? Role, Grants Grants)
{
    /// <summary>Whether another gives the same, whichever group and version it is of.</summary>
    public bool GivesAs(GroupGrants other) =>
        other is not null && string.Equals(Role, other.Role, StringComparison.Ordinal) && Grants.Equals(other.Grants);
}
