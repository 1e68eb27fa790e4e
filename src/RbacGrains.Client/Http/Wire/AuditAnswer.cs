using System.Text.Json;

namespace RbacGrains.Client;

/// <summary>What one change left behind.</summary>
internal sealed record AuditAnswer(
    string Id,
    string Organization,
    DateTimeOffset At,
    string? Actor,
    string Kind,
    string Target,
    JsonElement? Before,
    JsonElement? After,
    string? Reason,
    string? OperationId,
    string? Fingerprint = null)
{
    /// <summary>As Core has it.</summary>
    public AuditEntry ToEntry() => new()
    {
        Id = Id,
        Organization = Organization,
        At = At,
        Actor = Actor,
        Kind = Kind,
        Target = Target,
        Before = Before?.GetRawText(),
        After = After?.GetRawText(),
        Reason = Reason,
        OperationId = OperationId,
        Fingerprint = Fingerprint,
    };
}
