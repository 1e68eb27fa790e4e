using System.Security.Cryptography;
using RbacGrains.Model;

namespace RbacGrains.Core;

/// <content>How an organization begins.</content>
public partial class Organization
{
    /// <inheritdoc/>
    public async ValueTask<Result<Put<OrganizationView>>> Create(
        ChangeContext context, CreateOrganization command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(command);
        if (!Identifier.IsValid(id)) return Errors.InvalidId("an organization", id);
        if (!context.Caller.Sees(id)) return Errors.OrganizationNotFound(id);
        if (!context.Caller.IsService) return Errors.PermissionDenied(null, null) with { Message = "Only the service creates organizations." };
        if (OrganizationRules.Check(command, services.Models) is { } error) return error;

        using var policy = await _locks.Enter(OrganizationLocks.Policy, exclusive: true, cancellationToken);
        var fingerprint = Fingerprints.Of(nameof(Create), id, command);
        var replayed = await Replayed(context, fingerprint, cancellationToken);
        if (!replayed.Succeeded) return replayed.Error;
        if (replayed.Value.Entry is not null)
        {
            store.Forget();
            var made = await Tenant(cancellationToken);
            return made.Succeeded ? new Put<OrganizationView>(made.Value.View(id), Created: false) : made.Error;
        }
        var present = await store.Read(cancellationToken);
        var version = present is { Deleted: false } ? present.Version : 0;
        if (context.ExpectedVersion is { } expected && expected != version) return Errors.VersionMismatch(expected, version);
        if (present is { Deleted: false })
        {
            var tenant = await Tenant(cancellationToken);
            if (!tenant.Succeeded) return tenant.Error;
            return OrganizationRules.IsSame(present, command)
                ? new Put<OrganizationView>(tenant.Value.View(id), Created: false)
                : OrganizationRules.Exists(id);
        }
        return await Begin(context, command, present, fingerprint);
    }

    // The organization's own record comes last: until it is written there is no organization, and the rest means nothing.
    private async ValueTask<Result<Put<OrganizationView>>> Begin(
        ChangeContext context, CreateOrganization command, OrganizationState? before, string fingerprint)
    {
        var now = services.Clock.GetUtcNow();
        var state = new OrganizationState
        {
            Name = command.Name,
            Model = command.Model,
            Plan = command.Plan,
            Owner = command.Owner,
            CreatedAt = now,
            Incarnation = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(8)) & long.MaxValue,
            Version = (before?.Version ?? 0) + 1,
            MemberPages = 1,
            TenantsPage = await services.Actors.Tenants().OpenPlace(id),
        };
        var model = services.Models.Find(state.Model)!;
        var tenant = new CompiledTenant(state, new OrganizationPolicy(new Policy(model, state.Plan, state.Version), state.Incarnation));
        var input = new MemberChangeInput(id, command.Owner, tenant, null, services, now);
        var admin = model.Roles.First(role => role.IsAdmin && role.IsOfferedBy(state.Plan));
        var owner = input.Begin(new Access { Role = admin.Id }, email: null, invitation: null);
        var added = Audit(AuditKinds.MemberAdded, command.Owner, ChangeContext.Service, "") with
        {
            Reason = context.Reason,
            After = AuditedMember.Of(owner),
        };
        var created = Audit(AuditKinds.OrganizationCreated, id, context, fingerprint) with
        {
            After = AuditEntries.Organization(state).ToJsonString(),
        };
        var page = services.Actors.DirectoryPage(DirectoryName.Page(DirectoryName.Tenants, state.TenantsPage));
        try
        {
            await WriteMember(tenant, command.Owner, null, owner, []);
            await Write(_ => state, unfinished: false, [created, added]);
        }
        catch
        {
            await page.Doubt(id);
            throw;
        }
        await page.Settle(id, DirectorySummary.Plain);
        return new Put<OrganizationView>(tenant.View(id), Created: true);
    }
}
