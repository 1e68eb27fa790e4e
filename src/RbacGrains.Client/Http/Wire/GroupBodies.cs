using System.Text.Json.Nodes;

namespace RbacGrains.Client;

/// <summary>What is sent to make or change a group.</summary>
internal static class GroupBodies
{
    /// <summary>All that it is to be.</summary>
    public static byte[] Of(GroupContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return HttpJson.Bytes(Content(content));
    }

    /// <summary>The fields of all that it is to be.</summary>
    public static JsonObject Content(GroupContent content)
    {
        var body = new JsonObject
        {
            ["title"] = content.Title,
            ["description"] = content.Description,
            ["grants"] = GrantBodies.Of(content.Grants),
        };
        if (content.Role is not null) body["role"] = content.Role;
        if (content.Preset is not null) body["preset"] = content.Preset;
        return body;
    }
}
