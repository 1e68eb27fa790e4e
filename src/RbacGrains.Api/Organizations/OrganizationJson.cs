using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>An organization.</summary>
internal sealed record OrganizationJson(
    string Id,
    string Name,
    string Model,
    string Plan,
    string Owner,
    SettingsJson Settings,
    DateTimeOffset CreatedAt,
    long PolicyVersion)
{
    /// <summary>The JSON of an organization.</summary>
    public static OrganizationJson Of(OrganizationView organization) => new(
        organization.Id,
        organization.Name,
        organization.Model,
        organization.Plan,
        organization.Owner,
        new SettingsJson(organization.Settings.InvitationDays, organization.Settings.EmailDomains),
        organization.CreatedAt,
        organization.PolicyVersion);
}
