using System.Text.Json.Nodes;
using System.Xml;

namespace RbacGrains.Client;

/// <summary>What is sent to make and change API keys and service accounts.</summary>
internal static class ApiKeyBodies
{
    /// <summary>A new key.</summary>
    public static byte[] Of(CreateApiKey command)
    {
        var body = new JsonObject { ["name"] = command.Name };
        if (command.ServiceAccount is not null) body["service_account"] = command.ServiceAccount;
        if (command.Role is not null) body["role"] = command.Role;
        if (command.Preset is not null) body["preset"] = command.Preset;
        if (!command.Grants.IsEmpty) body["grants"] = GrantBodies.Of(command.Grants);
        if (!command.Projects.IsEmpty) body["projects"] = MemberBodies.Of(command.Projects);
        if (command.ExpiresIn is { } life) body["expires_in"] = XmlConvert.ToString(life);
        if (command.ActsForUsers) body["acts_for_users"] = true;
        return HttpJson.Bytes(body);
    }

    /// <summary>Another secret.</summary>
    public static byte[] Of(RotateApiKey command)
    {
        ArgumentNullException.ThrowIfNull(command);
        var body = new JsonObject { ["grace"] = XmlConvert.ToString(command.Grace) };
        if (command.ExpiresIn is { } life) body["expires_in"] = XmlConvert.ToString(life);
        return HttpJson.Bytes(body);
    }

    /// <summary>A merge patch of a service account.</summary>
    public static byte[] Of(ServiceAccountPatch patch)
    {
        ArgumentNullException.ThrowIfNull(patch);
        var body = MemberBodies.Patch(patch.Access);
        if (patch.Name is not null) body["name"] = patch.Name;
        return HttpJson.Bytes(body);
    }
}
