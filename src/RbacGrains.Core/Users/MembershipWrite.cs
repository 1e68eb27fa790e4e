using System.Collections.Immutable;

namespace RbacGrains.Core;

/// <summary>A change of one membership that its organization has judged.</summary>
/// <param name="Organization">The organization.</param>
/// <param name="Incarnation">The organization's present life.</param>
/// <param name="ExpectedVersion">The access version that was judged; 0 for no membership.</param>
/// <param name="Next">The membership to be, whose version is given by the user; null to end it.</param>
/// <param name="Audit">What the change leaves in the audit log; nothing for what means nothing until another record is written.</param>
public sealed record MembershipWrite(
    string Organization, long Incarnation, long ExpectedVersion, Membership? Next, ImmutableArray<AuditEntry> Audit)
{
    /// <summary>Which activation of the organization has judged it; null where the host has only ever one.</summary>
    public Fence? Fence { get; init; }
}
