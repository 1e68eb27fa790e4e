namespace RbacGrains.Core;

/// <summary>Which members are wanted; what is null matches everybody.</summary>
/// <param name="Role">Members with this role.</param>
/// <param name="Status">Members with this status.</param>
/// <param name="Email">Members with this e-mail address, letter case aside.</param>
/// <param name="Group">Members of this group.</param>
/// <param name="Search">Members with this in their user id or e-mail address, letter case aside; 1 to <see cref="MaxSearch"/> characters.</param>
public sealed record MemberFilter(
    string? Role = null, MemberStatus? Status = null, string? Email = null, string? Group = null, string? Search = null)
{
    /// <summary>The most characters of a search.</summary>
    public const int MaxSearch = 128;
}
