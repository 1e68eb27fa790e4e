using System.Text.Json;
using System.Text.Json.Nodes;
using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>Words a change for the audit log.</summary>
internal static class AuditEntries
{
    /// <summary>An entry without before and after.</summary>
    public static AuditEntry Make(
        TimeProvider clock, string kind, string organization, string target, Caller actor, ChangeContext context, string? fingerprint)
    {
        var now = clock.GetUtcNow();
        return new AuditEntry
        {
            Id = AuditIds.Make(now),
            Organization = organization,
            At = now,
            Actor = actor.User,
            Kind = kind,
            Target = target,
            Reason = context.Reason,
            OperationId = context.OperationId,
            Fingerprint = context.OperationId is null ? null : fingerprint,
        };
    }

    /// <summary>An entry of how somebody answered an invitation.</summary>
    public static AuditEntry Answer(TimeProvider clock, string kind, string invitation, string organization, string user) =>
        Make(clock, kind, organization, invitation, new Caller(user), ChangeContext.Service, "");

    /// <summary>What an invitation promises and what became of it, as it stands in the log.</summary>
    public static JsonObject Invitation(InvitationState state) => new()
    {
        ["email"] = state.Email,
        ["role"] = state.Access.Role,
        ["grants"] = Grants(state.Access.Grants),
        ["invited_by"] = state.InvitedBy,
        ["status"] = JsonNamingPolicy.SnakeCaseLower.ConvertName($"{state.Status}"),
        ["expires_at"] = state.ExpiresAt,
        ["version"] = state.Version,
    };

    /// <summary>What a custom role is, as it stands in the log.</summary>
    public static JsonObject Role(CustomRole role) => new()
    {
        ["title"] = role.Title,
        ["description"] = role.Description,
        ["based_on"] = role.BasedOn,
        ["grants"] = Grants(role.Grants),
        ["plans"] = Words(role.Plans),
        ["assignable_by"] = Words(role.AssignableBy),
        ["version"] = role.Version,
    };

    /// <summary>What the catalog says of a resource, as it stands in the log.</summary>
    public static JsonObject Resource(ResourceContent content) => new()
    {
        ["name"] = content.Name,
        ["project"] = content.Project,
        ["properties"] = JsonNode.Parse(content.Properties.Json.GetRawText()),
    };

    /// <summary>What a group is, as it stands in the log.</summary>
    public static JsonObject Group(GroupState state) => new()
    {
        ["title"] = state.Title,
        ["description"] = state.Description,
        ["role"] = state.Role,
        ["grants"] = Grants(state.Grants),
    };

    /// <summary>What an organization is, as it stands in the log.</summary>
    public static JsonObject Organization(OrganizationState state) => new()
    {
        ["name"] = state.Name,
        ["model"] = state.Model,
        ["plan"] = state.Plan,
        ["owner"] = state.Owner,
        ["settings"] = new JsonObject
        {
            ["invitation_days"] = state.Settings.InvitationDays,
            ["email_domains"] = Words(state.Settings.EmailDomains),
        },
    };

    private static JsonArray Words(IEnumerable<string> words) => new([.. words.Select(word => JsonValue.Create(word))]);

    private static JsonObject Grants(Grants grants) =>
        new(grants.Items.Select(grant => KeyValuePair.Create<string, JsonNode?>(grant.On, grant.Level)));
}
