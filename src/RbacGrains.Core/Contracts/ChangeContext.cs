namespace RbacGrains.Core;

/// <summary>Who makes a change, why, and on what condition. Conditions are judged in the same turn as the write.</summary>
public sealed record ChangeContext
{
    /// <summary>On whose behalf the change is made.</summary>
    public Caller Caller { get; init; }

    /// <summary>Why, for the audit log; at most 1,024 characters, may be null.</summary>
    public string? Reason { get; init; }

    /// <summary>
    /// The caller's name for this change, at most 255 characters: a change repeated under its name is made once, and every
    /// repetition answers with the present state. Null leaves it to the change's own nature.
    /// </summary>
    public string? OperationId { get; init; }

    /// <summary>The version that what is changed must have; 0 for "must not exist", null for any.</summary>
    public long? ExpectedVersion { get; init; }

    /// <summary>An action that must still be allowed to the caller; null for none beyond what the change itself needs.</summary>
    public string? RequiredAction { get; init; }

    /// <summary>A change by the service itself, without conditions.</summary>
    public static ChangeContext Service { get; } = new();

    /// <summary>A change by a user, without conditions.</summary>
    public static ChangeContext By(string user) => new() { Caller = new Caller(user) };
}
