namespace RbacGrains.Crash.Tests;

/// <summary>A change that was sent, and what is known of it.</summary>
internal sealed class Change
{
    /// <summary>Its unique name, sent as its reason, by which its audit entry is found.</summary>
    public required string Id { get; init; }

    public required string Organization { get; init; }

    /// <summary>The user, invitation or organization that is changed; empty where the answer says it.</summary>
    public required string Target { get; set; }

    /// <summary>What it leaves in the audit log: an entry of one of these kinds.</summary>
    public required string[] Kinds { get; init; }

    public required HttpMethod Method { get; init; }

    public required string Path { get; init; }

    public string? Body { get; init; }

    /// <summary>Its idempotency key; null for none.</summary>
    public string? Key { get; init; }

    /// <summary>The address that it writes into the member, which no other change writes; null when it is not about a member's.</summary>
    public string? Email { get; init; }

    /// <summary>The role that it gives.</summary>
    public string? Role { get; init; }

    /// <summary>The user who answers an invitation by it.</summary>
    public string? User { get; init; }

    public Outcome Outcome { get; set; }

    /// <summary>The version of what it made, when it was acknowledged.</summary>
    public long Version { get; set; }

    /// <summary>Whether it was sent again after a crash, and acknowledged then.</summary>
    public bool WasRepeated { get; set; }

    public bool IsAcknowledged => Outcome == Outcome.Acknowledged;

    public bool IsUnknown => Outcome == Outcome.Unknown;

    public bool Removes => Method == HttpMethod.Delete;

    /// <summary>Whether its reason reaches the audit log; an answer to an invitation gives none.</summary>
    public bool HasReason => User is null;

    public override string ToString() => $"{Outcome} change {Id}: {Method} {Path} {Body} (version {Version})";
}

/// <summary>What is known of a change.</summary>
internal enum Outcome
{
    /// <summary>The program died before it answered.</summary>
    Unknown,

    /// <summary>It was made.</summary>
    Acknowledged,

    /// <summary>It was not made.</summary>
    Refused,
}
