namespace RbacGrains.Client;

/// <summary>What a client says when it has no answer.</summary>
internal static class LeaseErrors
{
    /// <summary>The service cannot be reached, and nothing that is held may answer.</summary>
    public static Error Unreachable { get; } = new(
        ErrorKind.Unavailable,
        ErrorCodes.GridUnavailable,
        "The service cannot be reached, and no lease allows an answer without it. Nothing is allowed until it is reached again.");
}
