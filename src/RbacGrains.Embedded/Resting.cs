using RbacGrains.Core;
using RbacGrains.Model;

namespace RbacGrains.Embedded;

/// <summary>
/// What is left of a user at rest: what a check needs and nothing else. All who hold the same in the same organization have one object of it,
/// and each keeps the version of their own access beside it.
/// </summary>
internal abstract record Resting
{
    /// <summary>Of somebody who is a member of nothing.</summary>
    public static Resting Nobody { get; } = new RestingMemberships([]);

    /// <summary>What is held in an organization, of whatever life; null for nothing.</summary>
    /// <param name="organization">The organization.</param>
    /// <param name="version">The version that the user keeps.</param>
    public abstract HeldAccess? Find(string organization, long version);
}

/// <summary>A single membership; its version is with the user.</summary>
/// <param name="Organization">The organization.</param>
/// <param name="Incarnation">The life of the organization that it belongs to.</param>
/// <param name="Access">What is held, at version 1 whatever the user's own is.</param>
internal sealed record RestingMembership(string Organization, long Incarnation, Access Access) : Resting
{
    /// <summary>What rests of a membership; its access compiles anew.</summary>
    public static RestingMembership Of(Membership membership) =>
        new(membership.Organization, membership.Incarnation, membership.Access with { Version = 1 });

    /// <inheritdoc/>
    public override HeldAccess? Find(string organization, long version) =>
        string.Equals(Organization, organization, StringComparison.Ordinal) ? new HeldAccess(Access, Incarnation, version) : null;
}

/// <summary>Several memberships, each with its version.</summary>
internal sealed record RestingMemberships((RestingMembership Membership, long Version)[] All) : Resting
{
    /// <inheritdoc/>
    public override HeldAccess? Find(string organization, long version)
    {
        foreach (var (membership, own) in All)
            if (membership.Find(organization, own) is { } held) return held;
        return null;
    }
}
