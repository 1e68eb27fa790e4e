namespace RbacGrains.Core;

/// <summary>The kinds of change in the audit log. Stable: readers filter by them.</summary>
public static class AuditKinds
{
    /// <summary>An organization was created.</summary>
    public const string OrganizationCreated = "organization.created";

    /// <summary>An organization's name or settings changed.</summary>
    public const string OrganizationUpdated = "organization.updated";

    /// <summary>An organization moved to another plan.</summary>
    public const string PlanChanged = "organization.plan_changed";

    /// <summary>An organization was deleted.</summary>
    public const string OrganizationDeleted = "organization.deleted";

    /// <summary>A member was added.</summary>
    public const string MemberAdded = "member.added";

    /// <summary>A member's role, grants, projects, expiry or suspension changed.</summary>
    public const string MemberChanged = "member.changed";

    /// <summary>A member was removed, or left.</summary>
    public const string MemberRemoved = "member.removed";

    /// <summary>Somebody was invited.</summary>
    public const string InvitationSent = "invitation.sent";

    /// <summary>An invitation got a new token and expiry.</summary>
    public const string InvitationResent = "invitation.resent";

    /// <summary>An invitation promises another role: the one that it promised was deleted.</summary>
    public const string InvitationChanged = "invitation.changed";

    /// <summary>An invitation was revoked.</summary>
    public const string InvitationRevoked = "invitation.revoked";

    /// <summary>An invitation was accepted.</summary>
    public const string InvitationAccepted = "invitation.accepted";

    /// <summary>An invitation was declined.</summary>
    public const string InvitationDeclined = "invitation.declined";

    /// <summary>A service account was made, with its first key.</summary>
    public const string ServiceAccountCreated = "service_account.created";

    /// <summary>A service account's name, role, grants, projects, expiry or suspension changed.</summary>
    public const string ServiceAccountChanged = "service_account.changed";

    /// <summary>A service account was removed.</summary>
    public const string ServiceAccountRemoved = "service_account.removed";

    /// <summary>An API key was made.</summary>
    public const string ApiKeyCreated = "api_key.created";

    /// <summary>An API key got another secret.</summary>
    public const string ApiKeyRotated = "api_key.rotated";

    /// <summary>An API key was deleted.</summary>
    public const string ApiKeyDeleted = "api_key.deleted";

    /// <summary>An organization made a role for itself.</summary>
    public const string RoleCreated = "role.created";

    /// <summary>A role of the organization's own changed.</summary>
    public const string RoleChanged = "role.changed";

    /// <summary>A role of the organization's own was deleted.</summary>
    public const string RoleDeleted = "role.deleted";

    /// <summary>A group was made.</summary>
    public const string GroupCreated = "group.created";

    /// <summary>A group's title or description changed, or what it gives to its members.</summary>
    public const string GroupChanged = "group.changed";

    /// <summary>A group was deleted; nobody is in it any more.</summary>
    public const string GroupDeleted = "group.deleted";

    /// <summary>A member came into a group. The target is the member, the group stands in what comes after.</summary>
    public const string GroupMemberAdded = "group.member_added";

    /// <summary>A member was taken out of a group. The target is the member, the group stands in what was before.</summary>
    public const string GroupMemberRemoved = "group.member_removed";

    /// <summary>A resource was entered into the catalog.</summary>
    public const string ResourceAdded = "resource.added";

    /// <summary>What the catalog says of a resource changed.</summary>
    public const string ResourceChanged = "resource.changed";

    /// <summary>A resource was removed from the catalog.</summary>
    public const string ResourceRemoved = "resource.removed";
}
