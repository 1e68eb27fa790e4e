using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>What one change left behind.</summary>
internal sealed record AuditEntryJson(
    string Id,
    string Organization,
    DateTimeOffset At,
    string? Actor,
    string Kind,
    string Target,
    RawJson Before,
    RawJson After,
    string? Reason,
    string? OperationId,
    string? Fingerprint)
{
    /// <summary>The JSON of an entry.</summary>
    public static AuditEntryJson Of(AuditEntry entry) => new(
        entry.Id,
        entry.Organization,
        entry.At,
        entry.Actor,
        entry.Kind,
        entry.Target,
        new RawJson(entry.Before),
        new RawJson(entry.After),
        entry.Reason,
        entry.OperationId,
        entry.Fingerprint);
}
