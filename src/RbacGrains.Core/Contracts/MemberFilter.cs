namespace RbacGrains.Core;

/// <summary>Which members are wanted; what is null matches everybody.</summary>
/// <param name="Role">Members with this role.</param>
/// <param name="Status">Members with this status.</param>
/// <param name="Email">Members with this e-mail address, letter case aside.</param>
public sealed record MemberFilter(string? Role = null, MemberStatus? Status = null, string? Email = null);
