using System.Text.Json;

namespace RbacGrains.Crash.Tests;

/// <summary>An invitation is accepted if, and only if, there is the membership that came of it.</summary>
internal static class InvitationChecks
{
    /// <summary>Looks at every invitation of an organization, and at everybody who came by one.</summary>
    public static async Task Check(ApiClient api, string organization, IReadOnlyList<Change> changes, IReadOnlyList<JsonElement> audit)
    {
        var path = $"/v1/organizations/{organization}";
        var listed = await api.List($"{path}/invitations", 100);
        var guests = (await api.List($"{path}/members", 100)).Select(member => member.Text("user")!)
            .Where(user => user.StartsWith("guest-", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        var accepted = listed.Where(invitation => invitation.Text("status") == "accepted").ToList();

        // Guests come by invitations only, and nobody removes them.
        Assert.Equal(accepted.Select(invitation => invitation.Text("accepted_by")!).Order(StringComparer.Ordinal), guests);
        Assert.Equal(
            accepted.Select(invitation => $"invitation {invitation.Text("id")}").Order(StringComparer.Ordinal),
            audit.Where(entry => entry.Text("kind") == "member.added").Select(entry => entry.Text("reason") ?? "")
                .Where(reason => reason.StartsWith("invitation ", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

        var byId = listed.ToDictionary(invitation => invitation.Text("id")!, StringComparer.Ordinal);
        foreach (var change in changes.Where(change => change.IsAcknowledged && change.Kinds[0].StartsWith("invitation.", StringComparison.Ordinal)))
        {
            Assert.True(byId.TryGetValue(change.Target, out var invitation), $"The invitation of {change} is not there.");
            Assert.True(IsAsItLeftIt(change, invitation), $"After {change} the invitation is {invitation}");
        }
    }

    private static bool IsAsItLeftIt(Change change, JsonElement invitation) => change.Kinds[0] switch
    {
        "invitation.accepted" => invitation.Text("status") == "accepted" && invitation.Text("accepted_by") == change.User,
        "invitation.declined" => invitation.Text("status") == "declined",
        "invitation.revoked" => invitation.Text("status") == "revoked",
        _ => invitation.Number("version") >= change.Version,
    };
}
