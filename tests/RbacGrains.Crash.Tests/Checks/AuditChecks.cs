using System.Text.Json;

namespace RbacGrains.Crash.Tests;

/// <summary>The audit log has one entry for each change that was made, and none for any other.</summary>
internal static class AuditChecks
{
    /// <summary>Reads the log of an organization; nothing where there is none.</summary>
    public static async Task<IReadOnlyList<JsonElement>> Read(ApiClient api, string organization) =>
        await api.List($"/v1/organizations/{organization}/audit", 1000);

    /// <summary>Counts the entries of every change.</summary>
    public static void Check(IReadOnlyList<Change> changes, IReadOnlyList<JsonElement> audit)
    {
        var byReason = audit.ToLookup(entry => entry.Text("reason") ?? "", StringComparer.Ordinal);
        var byTarget = audit.ToLookup(entry => entry.Text("target")!, StringComparer.Ordinal);
        foreach (var change in changes)
        {
            var entries = (change.HasReason ? byReason[change.Id] : byTarget[change.Target].Where(entry => entry.Text("actor") == change.User))
                .Count(entry => change.Kinds.Contains(entry.Text("kind")));
            var (least, most) = change.Outcome switch
            {
                Outcome.Acknowledged => (1, 1),
                Outcome.Unknown when change.WasRepeated => (1, 1),
                Outcome.Unknown => (0, 1),
                _ => (0, 0),
            };
            Assert.True(entries >= least && entries <= most, $"The log has {entries} entries of {change}");
        }
    }
}
