using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>What a member is assigned.</summary>
internal sealed record MemberJson(
    string User,
    string Organization,
    string? Email,
    string Role,
    string Status,
    IReadOnlyDictionary<string, string> Grants,
    string? Preset,
    IReadOnlyList<string> Groups,
    IReadOnlyDictionary<string, ProjectJson> Projects,
    DateTimeOffset? ExpiresAt,
    bool Suspended,
    DateTimeOffset JoinedAt,
    long PolicyVersion,
    long AccessVersion)
{
    /// <summary>The JSON of a member.</summary>
    public static MemberJson Of(MemberView member) => new(
        member.User,
        member.Organization,
        member.Email,
        member.Access.Role,
        Words.Of(member.Status),
        GrantsJson.Of(member.Access.Grants),
        member.Preset,
        [.. member.Access.Groups.Select(held => held.Group)],
        member.Access.Projects.ToDictionary(scope => scope.Project, ProjectJson.Of, StringComparer.Ordinal),
        member.Access.ExpiresAt,
        member.Access.Suspended,
        member.JoinedAt,
        member.PolicyVersion,
        member.Access.Version);
}
