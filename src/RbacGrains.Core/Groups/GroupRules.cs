using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>What a group can be.</summary>
internal static class GroupRules
{
    /// <summary>The most groups of one organization.</summary>
    public const int MostGroups = 1000;

    /// <summary>The most groups of one member: the record of each member has a copy of what each group gives.</summary>
    public const int MostGroupsOfMember = 100;

    private const int LongestTitle = 200;
    private const int LongestDescription = 1000;

    /// <summary>What is granted by a group that is to be; an error when it cannot be.</summary>
    public static Result<Grants> Check(Policy policy, GroupContent content)
    {
        if (content.Title.Length > LongestTitle || string.IsNullOrWhiteSpace(content.Title) || !Text.IsPlain(content.Title))
            return Errors.InvalidValue(
                $"A title has 1 to {LongestTitle} characters, not all of them blank, and no control characters.", "/title");
        if (content.Description.Length > LongestDescription || !Text.IsPlain(content.Description))
            return Errors.InvalidValue(
                $"A description has at most {LongestDescription} characters, and no control characters.", "/description");
        if (content.Role is not null)
        {
            if (MembershipRules.Role(policy, content.Role, "/role") is { } unknown) return unknown;
            if (policy.FindRole(content.Role) is { IsAdmin: true }) return AdminRole(content.Role, "/role");
        }
        return GrantRules.Fill(policy.Model, content.Preset, content.Grants, "");
    }

    /// <summary>The refusal of a role that no group gives.</summary>
    public static Error AdminRole(string role, string? pointer) => new(
        ErrorKind.Conflict,
        ErrorCodes.GroupRoleAdmin,
        $"'{role}' is an admin role, and nobody is an admin through a group. Give it to each admin as their own role.",
        pointer);

    /// <summary>No such group.</summary>
    public static Error NotFound(string group) => new(
        ErrorKind.NotFound, ErrorCodes.GroupNotFound, $"There is no group '{Errors.Shorten(group)}' in the organization.");

    /// <summary>The refusal of one group more than an organization can have.</summary>
    public static Error TooMany() => new(
        ErrorKind.Conflict, ErrorCodes.TooManyGroups, $"An organization has at most {MostGroups} groups. Delete one that is not needed first.");

    /// <summary>The refusal of one group more than a member can be in.</summary>
    public static Error TooManyOfMember(string user) => new(
        ErrorKind.Conflict,
        ErrorCodes.TooManyGroups,
        $"'{Errors.Shorten(user)}' is in {MostGroupsOfMember} groups, and nobody can be in more. Take them out of one first.");
}
