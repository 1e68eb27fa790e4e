using System.Collections.Immutable;

namespace RbacGrains.Core;

/// <summary>A change of a group's record that its organization has judged.</summary>
/// <param name="ExpectedVersion">The version that was judged; 0 for a record that was never written.</param>
/// <param name="Next">The group to be.</param>
/// <param name="Audit">What the change leaves in the audit log.</param>
public sealed record GroupWrite(long ExpectedVersion, GroupState Next, ImmutableArray<AuditEntry> Audit)
{
    /// <summary>Which activation of the organization has judged it; null where the host has only ever one.</summary>
    public Fence? Fence { get; init; }
}
