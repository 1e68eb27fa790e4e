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
        if (change.Role is { } role) body["role"] = Of(role);
        if (change.Group is { } group) body["group"] = Of(group);
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

    private static JsonObject Of(PreviewedRole role)
    {
        var body = new JsonObject { ["role"] = role.Role };
        if (role.Put is not null) body["put"] = RoleBodies.Content(role.Put);
        if (role.Delete is { } delete) body["delete"] = delete.Reassign is null ? [] : new JsonObject { ["reassign"] = delete.Reassign };
        return body;
    }

    private static JsonObject Of(PreviewedGroup group)
    {
        var body = new JsonObject { ["group"] = group.Group };
        if (group.Put is not null) body["put"] = GroupBodies.Content(group.Put);
        if (group.Delete) body["delete"] = true;
        if (group.AddMember is not null) body["add_member"] = group.AddMember;
        if (group.RemoveMember is not null) body["remove_member"] = group.RemoveMember;
        return body;
    }

    private static JsonObject Of(PreviewedPlan plan) => new()
    {
        ["plan"] = plan.Plan,
        ["reassign"] = new JsonObject(plan.Reassign.Select(role => KeyValuePair.Create<string, JsonNode?>(role.Key, role.Value))),
    };
}
