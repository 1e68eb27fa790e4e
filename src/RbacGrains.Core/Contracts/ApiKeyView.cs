namespace RbacGrains.Core;

/// <summary>An API key, without its secret.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Organization">The organization it opens, and the only one.</param>
/// <param name="ServiceAccount">The account whose roles and grants it carries.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Prefix">How the key itself begins: by this a key that was found somewhere is recognized.</param>
/// <param name="Status">Whether it opens anything at this moment.</param>
/// <param name="ActsForUsers">Whether calls with it may name the user on whose behalf they are made.</param>
/// <param name="CreatedBy">The user who made it; null for the service.</param>
/// <param name="CreatedAt">When it was made, in UTC.</param>
/// <param name="ExpiresAt">The moment from which it opens nothing; null for never.</param>
/// <param name="LastUsedAt">When it was last used, to within 5 minutes; null for never.</param>
/// <param name="RotatedAt">When it got its present secret; null when it has its first.</param>
/// <param name="PreviousUntil">Until when the secret before still works; null when it does not.</param>
/// <param name="Version">The version of its account, which grows with every change of the account and of its keys.</param>
public sealed record ApiKeyView(
    string Id,
    string Organization,
    string ServiceAccount,
    string Name,
    string Prefix,
    ApiKeyStatus Status,
    bool ActsForUsers,
    string? CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? LastUsedAt,
    DateTimeOffset? RotatedAt,
    DateTimeOffset? PreviousUntil,
    long Version);

/// <summary>An API key with its secret, which can be shown this one time only.</summary>
/// <param name="ApiKey">The key.</param>
/// <param name="Secret">The whole key as it is presented: whoever has it is the account.</param>
/// <param name="Account">The account as it is.</param>
public sealed record IssuedApiKey(ApiKeyView ApiKey, string Secret, ServiceAccountView Account);

/// <summary>Whether a key opens anything.</summary>
public enum ApiKeyStatus
{
    /// <summary>It does.</summary>
    Active,

    /// <summary>Its account is suspended.</summary>
    Suspended,

    /// <summary>It, or its account, has expired.</summary>
    Expired,
}

/// <summary>Who presented a key.</summary>
/// <param name="Key">The key's id.</param>
/// <param name="Name">What people call the key.</param>
/// <param name="Organization">The organization to which the call is bound.</param>
/// <param name="ServiceAccount">The account as which the call is judged.</param>
/// <param name="ActsForUsers">Whether the call may name a user on whose behalf it is made.</param>
public sealed record AuthenticatedKey(string Key, string Name, string Organization, string ServiceAccount, bool ActsForUsers);
