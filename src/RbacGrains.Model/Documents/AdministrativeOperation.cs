namespace RbacGrains.Model;

/// <summary>
/// What the service itself does for an organization. The organization's model names the action that each needs, so the
/// service is guarded by the same rules as the product. In documents they are written in snake_case.
/// </summary>
public enum AdministrativeOperation
{
    /// <summary>Change the organization's name or settings.</summary>
    UpdateOrganization,

    /// <summary>Move the organization to another plan.</summary>
    ChangePlan,

    /// <summary>Delete the organization with all that belongs to it.</summary>
    DeleteOrganization,

    /// <summary>See who the members are, what they hold, and why. Everyone may see their own.</summary>
    ReadMembers,

    /// <summary>Add members, and make, see, resend and revoke invitations.</summary>
    InviteMembers,

    /// <summary>Change a member's role, grants, projects, expiry or suspension.</summary>
    ChangeMembers,

    /// <summary>Remove members. Everyone may leave.</summary>
    RemoveMembers,

    /// <summary>Read the audit log.</summary>
    ReadAudit,

    /// <summary>Make, change and delete the organization's own roles.</summary>
    ManageRoles,

    /// <summary>Make, change and delete groups.</summary>
    ManageGroups,

    /// <summary>Make API keys.</summary>
    CreateApiKeys,

    /// <summary>See which API keys exist.</summary>
    ReadApiKeys,

    /// <summary>Delete API keys.</summary>
    DeleteApiKeys,
}
