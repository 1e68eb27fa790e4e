using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>What an invitation offers, for whoever has its token to decide.</summary>
/// <param name="Invitation">The invitation, as it stands at this moment.</param>
/// <param name="OrganizationName">The name of the organization that it is to.</param>
/// <param name="Model">The authorization model by which the organization lives.</param>
/// <param name="RoleTitle">The name of the role; its id where the organization no longer has such a role.</param>
/// <param name="Offered">Whether the organization's plan offers the role at present; acceptance fails where it does not.</param>
/// <param name="Permissions">What acceptance at this moment would give.</param>
public sealed record InvitationOffer(
    InvitationView Invitation, string OrganizationName, string Model, string RoleTitle, bool Offered, EffectivePermissions Permissions);
