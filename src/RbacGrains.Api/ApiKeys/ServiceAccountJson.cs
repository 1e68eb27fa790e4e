using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>A member that is a program.</summary>
internal sealed record ServiceAccountJson(
    string Id,
    string Name,
    string Organization,
    string Role,
    string Status,
    IReadOnlyDictionary<string, string> Grants,
    string? Preset,
    IReadOnlyDictionary<string, ProjectJson> Projects,
    DateTimeOffset? ExpiresAt,
    bool Suspended,
    int Keys,
    string? CreatedBy,
    DateTimeOffset CreatedAt,
    long PolicyVersion,
    long AccessVersion)
{
    /// <summary>The JSON of an account.</summary>
    public static ServiceAccountJson Of(ServiceAccountView account) => new(
        account.Id,
        account.Name,
        account.Organization,
        account.Access.Role,
        Words.Of(account.Status),
        GrantsJson.Of(account.Access.Grants),
        account.Preset,
        account.Access.Projects.ToDictionary(scope => scope.Project, ProjectJson.Of, StringComparer.Ordinal),
        account.Access.ExpiresAt,
        account.Access.Suspended,
        account.Keys,
        account.CreatedBy,
        account.CreatedAt,
        account.PolicyVersion,
        account.Access.Version);
}
