using System.Text.Json;

namespace RbacGrains.Crash.Tests;

/// <summary>Every member is what the last change made of them, and lists say the same.</summary>
internal static class MemberChecks
{
    /// <summary>Looks at every member that was ever changed.</summary>
    public static async Task Check(ApiClient api, string organization, IReadOnlyList<Change> changes)
    {
        var listed = (await api.List($"/v1/organizations/{organization}/members", 37))
            .ToDictionary(member => member.Text("user")!, StringComparer.Ordinal);
        var targets = changes.Where(change => change.Email is not null || change.Removes).GroupBy(change => change.Target).ToList();
        foreach (var target in targets)
        {
            var member = await api.Find($"/v1/organizations/{organization}/members/{target.Key}");
            CheckTarget(target.Key, [.. target], member);
            CheckListed(target.Key, listed, member);
        }

        var known = targets.Select(target => target.Key).Append("owner").ToHashSet(StringComparer.Ordinal);
        Assert.All(listed.Keys, user => Assert.True(
            known.Contains(user) || user.StartsWith("guest-", StringComparison.Ordinal), $"Nobody ever added the listed member '{user}'."));
        await CheckRoles(api, organization, listed);
    }

    private static void CheckTarget(string user, List<Change> changes, JsonElement? member)
    {
        var acknowledged = changes.Where(change => change.IsAcknowledged).ToList();
        Assert.True(
            acknowledged.Select(change => change.Version).Distinct().Count() == acknowledged.Count,
            $"Two changes of '{user}' were acknowledged with one version:\n{string.Join('\n', acknowledged)}");
        var last = acknowledged.MaxBy(change => change.Version);
        var isLast = last is null ? member is null : Made(last, member) && IsVersion(last, member);
        var isUnderWay = changes.Any(change => change.IsUnknown && Made(change, member) && IsLater(last, member));
        Assert.True(
            isLast || isUnderWay,
            $"'{user}' is {member?.ToString() ?? "no member"}, but the last acknowledged change is {last}; under way were:\n"
            + string.Join('\n', changes.Where(change => change.IsUnknown)));
    }

    // A move to another plan may have given another role since, and then another version.
    private static bool Made(Change change, JsonElement? member) => change.Removes
        ? member is null
        : member?.Text("email") == change.Email && (member?.Text("role") == change.Role || WasMoved(change, member));

    private static bool IsVersion(Change change, JsonElement? member) =>
        member is null || member.Value.Number("access_version") == change.Version || WasMoved(change, member);

    private static bool WasMoved(Change change, JsonElement? member) =>
        change.Target.StartsWith("mover-", StringComparison.Ordinal)
        && member?.Text("role") == "admin" && member.Value.Number("access_version") > change.Version;

    private static bool IsLater(Change? last, JsonElement? member) =>
        last is null || member is null || member.Value.Number("access_version") > last.Version;

    private static void CheckListed(string user, Dictionary<string, JsonElement> listed, JsonElement? member) => Assert.Equal(
        (user, member?.ToString()), (user, listed.TryGetValue(user, out var entry) ? entry.ToString() : null));

    private static async Task CheckRoles(ApiClient api, string organization, Dictionary<string, JsonElement> listed)
    {
        foreach (var role in listed.Values.GroupBy(member => member.Text("role")!))
        {
            var holders = await api.List($"/v1/organizations/{organization}/members?role={role.Key}", 100);
            Assert.Equal(role.Select(member => member.Text("user")), holders.Select(member => member.Text("user")));
        }
    }
}
