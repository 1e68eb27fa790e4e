using System.Collections.Immutable;

namespace RbacGrains.Core;

/// <summary>The durable part of a user.</summary>
public sealed record UserState
{
    /// <summary>A user who was never a member of anything.</summary>
    public static UserState Empty { get; } = new();

    /// <summary>Counts the writes; an access takes its version from here, so that a version is never used twice.</summary>
    public long Sequence { get; init; }

    /// <summary>What the user holds, one for each organization.</summary>
    public ImmutableArray<Membership> Memberships { get; init; } = [];

    /// <summary>The invitations whose memberships have ended: accepting them again must not bring those back.</summary>
    public ImmutableArray<string> SpentInvitations { get; init; } = [];

    /// <summary>The membership in an organization, of whatever incarnation; null when there is none.</summary>
    public Membership? Find(string organization)
    {
        foreach (var membership in Memberships)
            if (string.Equals(membership.Organization, organization, StringComparison.Ordinal)) return membership;
        return null;
    }
}
