using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>What an invitation offers.</summary>
internal sealed record InvitationOfferJson(
    InvitationJson Invitation, string OrganizationName, string Model, string RoleTitle, bool Offered, PermissionsJson Permissions)
{
    /// <summary>The JSON of an offer.</summary>
    public static InvitationOfferJson Of(InvitationOffer offer) => new(
        InvitationJson.Of(offer.Invitation), offer.OrganizationName, offer.Model, offer.RoleTitle, offer.Offered, PermissionsJson.Of(offer.Permissions));
}
