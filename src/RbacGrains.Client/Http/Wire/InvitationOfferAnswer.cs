namespace RbacGrains.Client;

/// <summary>What an invitation offers.</summary>
internal sealed record InvitationOfferAnswer(
    InvitationAnswer Invitation, string OrganizationName, string Model, string RoleTitle, bool Offered, PermissionsAnswer Permissions)
{
    /// <summary>As Core has it.</summary>
    public InvitationOffer ToOffer() =>
        new(Invitation.ToView(), OrganizationName, Model, RoleTitle, Offered, Permissions.ToPermissions());
}
