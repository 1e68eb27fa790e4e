namespace RbacGrains.Core;

/// <summary>Which audit entries are wanted; what is null matches everything.</summary>
/// <param name="Actor">Changes by this user.</param>
/// <param name="Target">Changes of this user, invitation or organization.</param>
/// <param name="Kind">Changes of this kind.</param>
/// <param name="Since">Changes at or after this moment.</param>
/// <param name="Until">Changes before this moment.</param>
public sealed record AuditQuery(
    string? Actor = null,
    string? Target = null,
    string? Kind = null,
    DateTimeOffset? Since = null,
    DateTimeOffset? Until = null);
