using System.Text.Json.Nodes;
using System.Xml;

namespace RbacGrains.Client;

/// <summary>What is sent to invite somebody, and to answer an invitation.</summary>
internal static class InvitationBodies
{
    /// <summary>An invitation.</summary>
    public static byte[] Of(InviteMember command)
    {
        ArgumentNullException.ThrowIfNull(command);
        var body = new JsonObject { ["email"] = command.Email, ["grants"] = GrantBodies.Of(command.Grants) };
        if (command.Role is not null) body["role"] = command.Role;
        if (command.Preset is not null) body["preset"] = command.Preset;
        if (command.ExpiresIn is { } time) body["expires_in"] = XmlConvert.ToString(time);
        return HttpJson.Bytes(body);
    }

    /// <summary>A look at what one offers.</summary>
    public static byte[] Show(string token) => HttpJson.Bytes(new JsonObject { ["token"] = token });

    /// <summary>An answer.</summary>
    public static byte[] Answer(string token, string user, string email) =>
        HttpJson.Bytes(new JsonObject { ["token"] = token, ["user"] = user, ["email"] = email });
}
