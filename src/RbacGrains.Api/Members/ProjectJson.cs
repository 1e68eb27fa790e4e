using RbacGrains.Model;

namespace RbacGrains.Api;

/// <summary>A member's ceiling inside one project.</summary>
internal sealed record ProjectJson(string? Role, IReadOnlyDictionary<string, string> Grants, DateTimeOffset? ExpiresAt)
{
    /// <summary>The JSON of a ceiling.</summary>
    public static ProjectJson Of(ProjectScope scope) => new(scope.Role, GrantsJson.Of(scope.Grants), scope.ExpiresAt);
}
