using System.Text.Json;

namespace RbacGrains.Crash.Tests;

/// <summary>A move to another plan has happened with everything that belongs to it, or not at all.</summary>
internal static class PlanChecks
{
    private static readonly string[] Enterprise = ["member", "developer"];

    /// <summary>Looks at an organization that moves.</summary>
    public static async Task Check(ApiClient api, string organization, IReadOnlyList<Change> changes, IReadOnlyList<JsonElement> audit)
    {
        var path = $"/v1/organizations/{organization}";
        var plan = (await api.Find(path))!.Value.Text("plan");
        var moves = changes.Where(change => change.Kinds[0] == "organization.plan_changed").ToList();
        var members = await api.List($"{path}/members", 100);
        if (plan == "free")
            Assert.DoesNotContain(members, member => Enterprise.Contains(member.Text("role")));
        var last = moves.LastOrDefault(move => move.IsAcknowledged);
        var possible = moves.Where(move => move.IsUnknown).Append(last).Select(move => move is null ? "enterprise" : PlanOf(move));
        Assert.Contains(plan, possible);

        foreach (var move in moves)
        {
            var reassigned = audit.Where(entry => entry.Text("reason") == move.Id && entry.Text("kind") == "member.changed").ToList();
            var moved = audit.Count(entry => entry.Text("reason") == move.Id && entry.Text("kind") == "organization.plan_changed");
            Assert.True(reassigned.Count == 0 || moved == 1, $"{move} has given {reassigned.Count} members other roles, but has not moved.");
            Assert.Equal(reassigned.Count, reassigned.Select(entry => entry.Text("target")).Distinct().Count());
        }
    }

    private static string PlanOf(Change move) => move.Body!.Contains("\"free\"", StringComparison.Ordinal) ? "free" : "enterprise";
}
