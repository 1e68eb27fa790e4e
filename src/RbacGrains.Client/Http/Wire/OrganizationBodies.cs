using System.Text.Json.Nodes;

namespace RbacGrains.Client;

/// <summary>What is sent to create or change an organization.</summary>
internal static class OrganizationBodies
{
    /// <summary>A new organization.</summary>
    public static byte[] Of(CreateOrganization command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return HttpJson.Bytes(new JsonObject
        {
            ["name"] = command.Name,
            ["model"] = command.Model,
            ["plan"] = command.Plan,
            ["owner"] = command.Owner,
        });
    }

    /// <summary>A merge patch. Settings are sent whole, so that none of the present ones stays.</summary>
    public static byte[] Of(UpdateOrganization command)
    {
        ArgumentNullException.ThrowIfNull(command);
        var body = new JsonObject();
        if (command.Name is not null) body["name"] = command.Name;
        if (command.Plan is not null) body["plan"] = command.Plan;
        if (command.Settings is { } settings)
            body["settings"] = new JsonObject
            {
                ["invitation_days"] = settings.InvitationDays,
                ["email_domains"] = new JsonArray([.. settings.EmailDomains.Select(domain => JsonValue.Create(domain))]),
            };
        if (!command.Reassign.IsEmpty)
            body["reassign"] = new JsonObject(command.Reassign.Select(role => KeyValuePair.Create<string, JsonNode?>(role.Key, role.Value)));
        return HttpJson.Bytes(body);
    }
}
