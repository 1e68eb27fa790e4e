using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>A member that is a program.</summary>
/// <param name="Id">Its id, <c>svc:</c> and random characters.</param>
/// <param name="Organization">The organization, the only one it belongs to.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Access">What it is assigned, with its version.</param>
/// <param name="Status">Whether that is in effect at this moment.</param>
/// <param name="Preset">The preset whose grants these are; null when they are none's.</param>
/// <param name="Keys">How many keys it has, 1 to 10.</param>
/// <param name="CreatedBy">The user who made it; null for the service.</param>
/// <param name="CreatedAt">When it was made, in UTC.</param>
/// <param name="PolicyVersion">The version of the policy it is judged by.</param>
public sealed record ServiceAccountView(
    string Id,
    string Organization,
    string Name,
    Access Access,
    MemberStatus Status,
    string? Preset,
    int Keys,
    string? CreatedBy,
    DateTimeOffset CreatedAt,
    long PolicyVersion);
