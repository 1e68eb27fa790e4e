using System.Text.Json.Serialization;
using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>An API key; whole, and with its account, only in the answer that made its secret.</summary>
internal sealed record ApiKeyJson(
    string Id,
    string Name,
    string Prefix,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Key,
    string Status,
    string Organization,
    string ServiceAccount,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ServiceAccountJson? Account,
    bool ActsForUsers,
    string? CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? LastUsedAt,
    DateTimeOffset? RotatedAt,
    DateTimeOffset? PreviousUntil,
    long Version)
{
    /// <summary>The JSON of a key.</summary>
    public static ApiKeyJson Of(ApiKeyView key) => Of(key, null, null);

    /// <summary>The JSON of a key with the secret that was made for it.</summary>
    public static ApiKeyJson Of(IssuedApiKey issued) => Of(issued.ApiKey, issued.Secret, ServiceAccountJson.Of(issued.Account));

    private static ApiKeyJson Of(ApiKeyView key, string? secret, ServiceAccountJson? account) => new(
        key.Id,
        key.Name,
        key.Prefix,
        secret,
        Words.Of(key.Status),
        key.Organization,
        key.ServiceAccount,
        account,
        key.ActsForUsers,
        key.CreatedBy,
        key.CreatedAt,
        key.ExpiresAt,
        key.LastUsedAt,
        key.RotatedAt,
        key.PreviousUntil,
        key.Version);
}
