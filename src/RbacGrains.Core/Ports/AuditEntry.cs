namespace RbacGrains.Core;

/// <summary>What one change leaves behind: who, when, what, before, after, and why.</summary>
public sealed record AuditEntry
{
    /// <summary>Its unique id, ordered by time.</summary>
    public required string Id { get; init; }

    /// <summary>The organization in which the change was made.</summary>
    public required string Organization { get; init; }

    /// <summary>When, in UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The user who made the change; null for the service itself.</summary>
    public string? Actor { get; init; }

    /// <summary>What was done, such as <c>member.changed</c>; one of <see cref="AuditKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The user, invitation, organization, group or resource (<c>type/id</c>) that was changed.</summary>
    public required string Target { get; init; }

    /// <summary>The target before, as JSON; null when it did not exist.</summary>
    public string? Before { get; init; }

    /// <summary>The target after, as JSON; null when it no longer exists.</summary>
    public string? After { get; init; }

    /// <summary>Why, in the words of whoever made the change; may be null.</summary>
    public string? Reason { get; init; }

    /// <summary>The caller's name for the change, by which a retry is recognized; null when none was given.</summary>
    public string? OperationId { get; init; }

    /// <summary>A digest of what was asked for, so that a name used again for something else is recognized.</summary>
    public string? Fingerprint { get; init; }
}
