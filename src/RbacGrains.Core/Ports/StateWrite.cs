using System.Collections.Immutable;

namespace RbacGrains.Core;

/// <summary>One durable write: a record's next state together with the audit entries of the change, all or nothing.</summary>
/// <param name="Key">The record.</param>
/// <param name="ExpectedVersion">The version that the writer read; 0 when there was no record.</param>
/// <param name="Payload">The next state.</param>
/// <param name="Unfinished">Whether the record's actor has work to finish that must be resumed after a crash.</param>
/// <param name="Audit">What to append to the audit log; may be empty.</param>
public sealed record StateWrite(
    StateKey Key,
    long ExpectedVersion,
    ReadOnlyMemory<byte> Payload,
    bool Unfinished,
    ImmutableArray<AuditEntry> Audit);
