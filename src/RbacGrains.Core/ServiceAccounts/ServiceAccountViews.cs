using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>Shows service accounts and their keys.</summary>
internal static class ServiceAccountViews
{
    /// <summary>An account as people see it at a moment.</summary>
    public static ServiceAccountView Account(string id, Membership membership, Policy policy, DateTimeOffset now)
    {
        var member = MemberViews.Of(id, membership, policy, now);
        var account = membership.Account!;
        return new ServiceAccountView(
            id,
            member.Organization,
            account.Name,
            member.Access,
            member.Status,
            member.Preset,
            account.Keys.Length,
            account.CreatedBy,
            member.JoinedAt,
            member.PolicyVersion);
    }

    /// <summary>A key as people see it at a moment.</summary>
    public static ApiKeyView Key(string account, Membership membership, ServiceAccountKey key, DateTimeOffset now) => new(
        ApiKeyText.IdOf(account, key.Number),
        membership.Organization,
        account,
        key.Name,
        ApiKeyText.PrefixOf(account, key.Number),
        ApiKeyRules.StatusOf(key, membership, now),
        key.ActsForUsers,
        key.CreatedBy,
        key.CreatedAt,
        key.ExpiresAt,
        key.LastUsedAt,
        key.RotatedAt,
        now < key.PreviousUntil ? key.PreviousUntil : null,
        membership.Access.Version);

    /// <summary>Whether a filter wants a key.</summary>
    public static bool Matches(ApiKeyFilter filter, ApiKeyView key) =>
        (filter.Prefix is null || key.Prefix.StartsWith(filter.Prefix, StringComparison.Ordinal))
        && (filter.Status is null || key.Status == filter.Status);

    /// <summary>Whether a filter can want a key of an account.</summary>
    public static bool MayMatch(ApiKeyFilter filter, string account)
    {
        if (filter.ServiceAccount is { } wanted && !string.Equals(wanted, account, StringComparison.Ordinal)) return false;
        if (filter.Prefix is not { } prefix) return true;
        var all = ApiKeyText.PrefixOf(account);
        return prefix.StartsWith(all, StringComparison.Ordinal) || all.StartsWith(prefix, StringComparison.Ordinal);
    }
}
