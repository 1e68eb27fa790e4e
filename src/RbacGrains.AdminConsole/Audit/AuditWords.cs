using System.Collections.Immutable;

namespace RbacGrains.AdminConsole;

/// <summary>Puts changes of the audit log into words.</summary>
public static class AuditWords
{
    /// <summary>Every kind of change that can be filtered by, with its name as people read it.</summary>
    public static ImmutableArray<(string Kind, string Title)> Kinds { get; } =
    [
        (AuditKinds.MemberAdded, "Member added"),
        (AuditKinds.MemberChanged, "Member changed"),
        (AuditKinds.MemberRemoved, "Member removed"),
        (AuditKinds.InvitationSent, "Invitation sent"),
        (AuditKinds.InvitationResent, "Invitation sent again"),
        (AuditKinds.InvitationChanged, "Invitation changed"),
        (AuditKinds.InvitationRevoked, "Invitation revoked"),
        (AuditKinds.InvitationAccepted, "Invitation accepted"),
        (AuditKinds.InvitationDeclined, "Invitation declined"),
        (AuditKinds.ServiceAccountCreated, "Service account made"),
        (AuditKinds.ServiceAccountChanged, "Service account changed"),
        (AuditKinds.ServiceAccountRemoved, "Service account removed"),
        (AuditKinds.ApiKeyCreated, "API key made"),
        (AuditKinds.ApiKeyRotated, "API key changed"),
        (AuditKinds.ApiKeyDeleted, "API key deleted"),
        (AuditKinds.RoleCreated, "Role made"),
        (AuditKinds.RoleChanged, "Role changed"),
        (AuditKinds.RoleDeleted, "Role deleted"),
        (AuditKinds.GroupCreated, "Group made"),
        (AuditKinds.GroupChanged, "Group changed"),
        (AuditKinds.GroupDeleted, "Group deleted"),
        (AuditKinds.GroupMemberAdded, "Put into a group"),
        (AuditKinds.GroupMemberRemoved, "Taken out of a group"),
        (AuditKinds.OrganizationCreated, "Organization created"),
        (AuditKinds.OrganizationUpdated, "Settings changed"),
        (AuditKinds.PlanChanged, "Plan changed"),
        (AuditKinds.OrganizationDeleted, "Organization deleted"),
        (AuditKinds.ResourceAdded, "Resource entered"),
        (AuditKinds.ResourceChanged, "Resource changed"),
        (AuditKinds.ResourceRemoved, "Resource removed"),
    ];

    /// <summary>A change in words. One of a kind that this console does not know yet is named by its kind.</summary>
    public static AuditSentence Of(AuditEntry entry, AuditNames names)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(names);
        var (before, after) = (AuditFacts.Of(entry.Before), AuditFacts.Of(entry.After));
        var who = AuditNames.Actor(entry.Actor);
        return entry.Kind.Split('.')[0] switch
        {
            "member" => MemberWords.Of(entry, names, before, after, who),
            "invitation" => InvitationWords.Of(entry, names, before, after, who),
            "service_account" or "api_key" => ProgramWords.Of(entry, names, before, after, who),
            "organization" => OrganizationWords.Of(entry, names, before, after, who),
            "role" => RoleWords.Of(entry, names, before, after, who),
            "group" => GroupWords.Of(entry, names, before, after, who),
            "resource" => ResourceWords.Of(entry, before, after, who),
            _ => null,
        } ?? new AuditSentence("history", "quiet", $"{who} did “{entry.Kind}” to {entry.Target}", []);
    }
}
