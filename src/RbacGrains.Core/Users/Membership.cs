using System.Collections.Immutable;
using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>A user's place in one organization.</summary>
public sealed record Membership
{
    /// <summary>The organization.</summary>
    public required string Organization { get; init; }

    /// <summary>The life of the organization that it belongs to; in another one it is void.</summary>
    public required long Incarnation { get; init; }

    /// <summary>What the user holds there.</summary>
    public required Access Access { get; init; }

    /// <summary>The member's e-mail address; null when it is not known.</summary>
    public string? Email { get; init; }

    /// <summary>When the member was added, in UTC.</summary>
    public required DateTimeOffset JoinedAt { get; init; }

    /// <summary>The page of the organization's directory on which the member is listed.</summary>
    public int Page { get; init; }

    /// <summary>For each group of the member, the page of the group's directory on which the member is listed.</summary>
    public ImmutableSortedDictionary<string, int> GroupPages { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>The invitation by which the member was added; null when by none.</summary>
    public string? Invitation { get; init; }

    /// <summary>What makes the member a program, its keys among it; null for people.</summary>
    public ServiceAccount? Account { get; init; }

    /// <summary>What the member is listed under.</summary>
    public DirectorySummary Summary() => new()
    {
        Roles = Access.Projects.IsEmpty
            ? [Access.Role]
            : [.. Access.Projects.Select(scope => scope.Role).OfType<string>().Prepend(Access.Role).Distinct(StringComparer.Ordinal)],
        Groups = Access.Groups.IsEmpty ? [] : [.. Access.Groups.Select(held => held.Group)],
        Email = Email,
        Suspended = Access.Suspended,
        ExpiresAt = Access.ExpiresAt,
    };
}
