using System.Collections.Immutable;

namespace RbacGrains.Core;

/// <summary>One line of a directory.</summary>
/// <param name="Position">Its place within the page; grows with time and is never used again.</param>
/// <param name="Id">The member, invitation, organization, group or resource.</param>
/// <param name="Summary">What the list is filtered by; null while it is only about to be added.</param>
public sealed record DirectoryEntry(int Position, string Id, DirectorySummary? Summary);

/// <summary>What a directory can be filtered by without asking the actor itself.</summary>
public sealed record DirectorySummary
{
    /// <summary>An organization's or a resource's, which has nothing to filter by.</summary>
    public static DirectorySummary Plain { get; } = new();

    /// <summary>A member's role and the roles of their project ceilings.</summary>
    public ImmutableArray<string> Roles { get; init; } = [];

    /// <summary>A member's groups.</summary>
    public ImmutableArray<string> Groups { get; init; } = [];

    /// <summary>The e-mail address, when it is known.</summary>
    public string? Email { get; init; }

    /// <summary>Whether the member is suspended.</summary>
    public bool Suspended { get; init; }

    /// <summary>When it expires; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>An invitation's status as stored; null for others.</summary>
    public InvitationStatus? Invitation { get; init; }
}
