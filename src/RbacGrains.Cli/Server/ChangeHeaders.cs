namespace RbacGrains.Cli;

/// <summary>What a change may carry: why it is made, its name, and on what condition.</summary>
/// <param name="Reason">Why, for the audit log.</param>
/// <param name="IdempotencyKey">Names the change, so that it can be sent again without being made again.</param>
/// <param name="IfMatch">The ETag that the changed resource must still have.</param>
internal sealed record ChangeHeaders(string? Reason, string? IdempotencyKey, string? IfMatch)
{
    /// <summary>A change that carries nothing.</summary>
    public static ChangeHeaders None { get; } = new(null, null, null);
}
