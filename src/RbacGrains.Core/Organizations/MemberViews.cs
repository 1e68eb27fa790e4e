using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>Shows memberships.</summary>
internal static class MemberViews
{
    /// <summary>A membership as people see it at a moment.</summary>
    public static MemberView Of(string user, Membership membership, Policy policy, DateTimeOffset now) => new(
        user,
        membership.Organization,
        membership.Email,
        membership.Access,
        StatusOf(membership.Access.Suspended, membership.Access.ExpiresAt, now),
        policy.Model.Presets.FirstOrDefault(preset => preset.Grants.Equals(membership.Access.Grants))?.Id,
        membership.JoinedAt,
        policy.Version);

    /// <summary>Whether an access is in effect at a moment.</summary>
    public static MemberStatus StatusOf(bool suspended, DateTimeOffset? expiresAt, DateTimeOffset now) =>
        suspended ? MemberStatus.Suspended : now >= expiresAt ? MemberStatus.Expired : MemberStatus.Active;
}
