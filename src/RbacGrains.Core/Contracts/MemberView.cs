using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>What a member is assigned.</summary>
/// <param name="User">The member.</param>
/// <param name="Organization">The organization.</param>
/// <param name="Email">The member's e-mail address, when it is known.</param>
/// <param name="Access">What is assigned, with its version.</param>
/// <param name="Status">Whether it is in effect at this moment.</param>
/// <param name="Preset">The preset whose grants these are; null when they are none's.</param>
/// <param name="JoinedAt">When the member was added, in UTC.</param>
/// <param name="PolicyVersion">The version of the policy it is judged by.</param>
public sealed record MemberView(
    string User,
    string Organization,
    string? Email,
    Access Access,
    MemberStatus Status,
    string? Preset,
    DateTimeOffset JoinedAt,
    long PolicyVersion);

/// <summary>Whether a member's access is in effect.</summary>
public enum MemberStatus
{
    /// <summary>It is.</summary>
    Active,

    /// <summary>The member is suspended and holds nothing.</summary>
    Suspended,

    /// <summary>It has expired.</summary>
    Expired,
}
