using System.Collections.Immutable;
using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>
/// Applies merge patches. Settings are changed whole, so a patch of some of them is laid over the present ones, on condition
/// that they are still the present ones; when they are not, and the caller did not ask for that, it is laid over the new ones.
/// </summary>
internal static class OrganizationPatches
{
    private const int MostAttempts = 8;

    /// <summary>Applies a patch.</summary>
    public static async ValueTask<Result<OrganizationView>> Apply(
        IOrganization organization, ChangeContext change, OrganizationPatchBody body, CancellationToken cancellationToken)
    {
        if (body.Settings is null || IsWhole(body.Settings))
            return await organization.Update(
                change, Command(body, body.Settings is null ? null : Merge(OrganizationSettings.Default, body.Settings)), cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            var present = await organization.Get(change.Caller, cancellationToken);
            if (!present.Succeeded) return present.Error;
            var condition = change with { ExpectedVersion = change.ExpectedVersion ?? present.Value.PolicyVersion };
            var updated = await organization.Update(
                condition, Command(body, Merge(present.Value.Settings, body.Settings)), cancellationToken);
            var isOutrun = updated.Error?.Code == ErrorCodes.VersionMismatch && change.ExpectedVersion is null;
            if (!isOutrun || attempt == MostAttempts) return updated;
        }
    }

    // There is nothing to lay it over.
    private static bool IsWhole(SettingsPatchBody settings) => settings is { InvitationDays: not null, EmailDomains: not null };

    private static UpdateOrganization Command(OrganizationPatchBody body, OrganizationSettings? settings) =>
        new(body.Name, body.Plan, settings)
        {
            Reassign = (body.Reassign ?? []).ToImmutableSortedDictionary(
                roles => roles.Key, roles => roles.Value ?? throw Null("a role", "reassign", roles.Key), StringComparer.Ordinal),
        };

    private static OrganizationSettings Merge(OrganizationSettings present, SettingsPatchBody patch) => new()
    {
        InvitationDays = patch.InvitationDays ?? present.InvitationDays,
        EmailDomains = patch.EmailDomains is null
            ? present.EmailDomains
            : [.. patch.EmailDomains.Select((domain, index) => domain ?? throw Null("a domain", "settings", "email_domains", $"{index}"))],
    };

    private static RequestException Null(string what, params string[] names) => new(Problem.BadRequest(
        ProblemCodes.InvalidType, $"This has to be {what}, and is null.", JsonPointer.To(names)));
}
