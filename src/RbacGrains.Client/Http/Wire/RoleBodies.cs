using System.Text.Json.Nodes;

namespace RbacGrains.Client;

/// <summary>What is sent to make a role.</summary>
internal static class RoleBodies
{
    /// <summary>A whole role.</summary>
    public static byte[] Of(RoleContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return HttpJson.Bytes(Content(content));
    }

    /// <summary>The fields of a whole role.</summary>
    public static JsonObject Content(RoleContent content)
    {
        var body = new JsonObject
        {
            ["title"] = content.Title,
            ["description"] = content.Description,
            ["grants"] = GrantBodies.Of(content.Grants),
            ["plans"] = Words(content.Plans),
            ["assignable_by"] = Words(content.AssignableBy),
            ["accept_narrowing"] = content.AcceptNarrowing,
        };
        if (content.BasedOn is not null) body["based_on"] = content.BasedOn;
        return body;
    }

    private static JsonArray Words(IEnumerable<string> words) => new([.. words.Select(word => JsonValue.Create(word))]);
}
