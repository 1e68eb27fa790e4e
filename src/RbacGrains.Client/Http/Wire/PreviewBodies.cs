using System.Text.Json.Nodes;

namespace RbacGrains.Client;

/// <summary>What is sent to see what a change would do.</summary>
internal static class PreviewBodies
{
    /// <summary>A change. Whatever stands in it is sent, so that the service refuses what is not exactly one.</summary>
    public static byte[] Of(PreviewedChange change)
    {
        var body = new JsonObject();
        if (change.Member is { } member) body["member"] = Of(member);
        if (change.Plan is { } plan) body["plan"] = Of(plan);
        return HttpJson.Bytes(body);
    }

    private static JsonObject Of(PreviewedMember member)
    {
        var body = new JsonObject { ["user"] = member.User };
        if (member.Put is not null) body["put"] = MemberBodies.Assignment(member.Put);
        if (member.Patch is not null) body["patch"] = MemberBodies.Patch(member.Patch);
        if (member.Remove) body["remove"] = true;
        return body;
    }

    private static JsonObject Of(PreviewedPlan plan) => new()
    {
        ["plan"] = plan.Plan,
        ["reassign"] = new JsonObject(plan.Reassign.Select(role => KeyValuePair.Create<string, JsonNode?>(role.Key, role.Value))),
    };
}
