using System.Text.Json.Nodes;

namespace RbacGrains.Core;

/// <summary>Words a change of a service account for the audit log: an entry for each key that changes, and one for the account if it does.</summary>
internal static class ServiceAccountAudit
{
    /// <summary>What changes, keys first: by the first entry a repeated creation finds its key.</summary>
    public static IEnumerable<AuditedChange> Changes(string id, Membership? before, Membership? after)
    {
        foreach (var number in Numbers(before).Union(Numbers(after)).Order())
            if (Key(before?.Account?.Find(number), after?.Account?.Find(number), id, number) is { } key) yield return key;
        if (Account(before, after, id) is { } account) yield return account;
    }

    private static AuditedChange? Account(Membership? before, Membership? after, string id)
    {
        var (was, isNow) = (Describe(before), Describe(after));
        var kind = before is null ? AuditKinds.ServiceAccountCreated
            : after is null ? AuditKinds.ServiceAccountRemoved : AuditKinds.ServiceAccountChanged;
        return was == isNow ? null : new AuditedChange(kind, id, was, isNow);
    }

    private static AuditedChange? Key(ServiceAccountKey? before, ServiceAccountKey? after, string account, int number)
    {
        var (was, isNow) = (Describe(before, account), Describe(after, account));
        var kind = before is null ? AuditKinds.ApiKeyCreated : after is null ? AuditKinds.ApiKeyDeleted : AuditKinds.ApiKeyRotated;
        return was == isNow ? null : new AuditedChange(kind, ApiKeyText.IdOf(account, number), was, isNow);
    }

    private static IEnumerable<int> Numbers(Membership? membership) => membership?.Account?.Keys.Select(key => key.Number) ?? [];

    private static string? Describe(Membership? membership)
    {
        if (membership?.Account is not { } account) return null;
        var json = JsonNode.Parse(AuditedMember.Of(membership))!.AsObject();
        json.Remove("email");
        json.Insert(0, "name", account.Name);
        return json.ToJsonString();
    }

    // Neither secrets nor their digests, nor when it was used, which is no change of it.
    private static string? Describe(ServiceAccountKey? key, string account) => key is null ? null : new JsonObject
    {
        ["name"] = key.Name,
        ["service_account"] = account,
        ["acts_for_users"] = key.ActsForUsers,
        ["expires_at"] = key.ExpiresAt,
        ["rotations"] = key.Rotations,
        ["previous_until"] = key.PreviousUntil,
    }.ToJsonString();
}
