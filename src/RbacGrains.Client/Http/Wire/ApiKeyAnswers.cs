using System.Text.Json;

namespace RbacGrains.Client;

/// <summary>An API key, whole and with its account in the answer that made its secret.</summary>
internal sealed record ApiKeyAnswer(
    string Id,
    string Name,
    string Prefix,
    ApiKeyStatus Status,
    string Organization,
    string ServiceAccount,
    bool ActsForUsers,
    string? CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? LastUsedAt,
    DateTimeOffset? RotatedAt,
    DateTimeOffset? PreviousUntil,
    long Version,
    string? Key = null,
    ServiceAccountAnswer? Account = null)
{
    /// <summary>As Core has it.</summary>
    public ApiKeyView ToView() => new(
        Id, Organization, ServiceAccount, Name, Prefix, Status, ActsForUsers, CreatedBy, CreatedAt, ExpiresAt, LastUsedAt, RotatedAt, PreviousUntil, Version);

    /// <summary>The same with its secret.</summary>
    /// <exception cref="JsonException">It has none.</exception>
    public IssuedApiKey ToIssued() => Key is not null && Account is not null
        ? new(ToView(), Key, Account.ToView())
        : throw new JsonException("The key has no secret or no account.");
}

/// <summary>A member that is a program.</summary>
internal sealed record ServiceAccountAnswer(
    string Id,
    string Name,
    string Organization,
    string Role,
    MemberStatus Status,
    Dictionary<string, string> Grants,
    string? Preset,
    Dictionary<string, ProjectAnswer> Projects,
    DateTimeOffset? ExpiresAt,
    bool Suspended,
    int Keys,
    string? CreatedBy,
    DateTimeOffset CreatedAt,
    long PolicyVersion,
    long AccessVersion)
{
    /// <summary>As Core has it.</summary>
    public ServiceAccountView ToView() => new(
        Id,
        Organization,
        Name,
        AccessAnswers.Make(Role, Grants, Projects, ExpiresAt, Suspended, AccessVersion),
        Status,
        Preset,
        Keys,
        CreatedBy,
        CreatedAt,
        PolicyVersion);
}
