using RbacGrains.Model;

namespace RbacGrains.Core;

/// <content>How an organization changes and ends.</content>
public partial class Organization
{
    /// <inheritdoc/>
    public async ValueTask<Result<OrganizationView>> Update(
        ChangeContext context, UpdateOrganization command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(command);
        // Exclusive: no member changes meanwhile, the caller included.
        using var locks = await LockPolicy(exclusive: true, cancellationToken);
        var fingerprint = Fingerprints.Of(nameof(Update), id, command);
        var judged = await JudgeUpdate(context, command, fingerprint, cancellationToken);
        if (!judged.Succeeded) return judged.Error;
        if (judged.Value.Next is not { } next)
        {
            store.Forget();
            var made = await Tenant(cancellationToken);
            return made.Succeeded ? made.Value.View(id) : made.Error;
        }

        var tenant = judged.Value.Tenant;
        if (next.Plan != tenant.State.Plan)
        {
            var pending = new PendingPolicyChange(next.Plan, command.Reassign, context, fingerprint) { Name = next.Name, Settings = next.Settings };
            await FinishPolicyChange(await Write(state => state! with { Pending = pending }, unfinished: true, []));
        }
        else if (next != tenant.State)
        {
            var audit = Audit(AuditKinds.OrganizationUpdated, id, context, fingerprint) with
            {
                Before = AuditEntries.Organization(tenant.State).ToJsonString(),
                After = AuditEntries.Organization(next).ToJsonString(),
            };
            await Write(
                state => state! with { Name = next.Name, Settings = next.Settings, Version = state.Version + 1 }, unfinished: false, [audit]);
        }
        var changed = await Tenant(CancellationToken.None);
        return changed.Succeeded ? changed.Value.View(id) : changed.Error;
    }

    /// <inheritdoc/>
    public async ValueTask<Result<Done>> Delete(ChangeContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!context.Caller.Sees(id)) return Errors.OrganizationNotFound(id);
        using var locks = await LockPolicy(exclusive: true, cancellationToken);
        var found = await Tenant(cancellationToken);
        if (!found.Succeeded) return await IsRepeated(context, nameof(Delete), cancellationToken) ? Done.Instance : found.Error;
        var tenant = found.Value;
        var judged = await Judge(tenant, context.Caller, AdministrativeOperation.DeleteOrganization, cancellationToken);
        if (!judged.Succeeded) return judged.Error;
        var replayed = await Replayed(context, nameof(Delete), cancellationToken);
        if (!replayed.Succeeded) return replayed.Error;
        if (replayed.Value.Entry is not null)
        {
            // What is there now was created since, or is no longer there.
            store.Forget();
            return Done.Instance;
        }
        if (Preconditions(context, judged.Value, tenant.Policy.Policy, tenant.State.Version) is { } unmet) return unmet;

        var audit = Audit(AuditKinds.OrganizationDeleted, id, context, nameof(Delete)) with
        {
            Before = AuditEntries.Organization(tenant.State).ToJsonString(),
        };
        var page = services.Actors.DirectoryPage(DirectoryName.Page(DirectoryName.Tenants, tenant.State.TenantsPage));
        await page.Open(id, add: false);
        try
        {
            await Write(state => state! with { Deleted = true, Version = state.Version + 1 }, unfinished: false, [audit]);
        }
        catch
        {
            await page.Doubt(id);
            throw;
        }
        await page.Settle(id, null);
        return Done.Instance;
    }

    /// <summary>Judges a change of the organization itself, and says what it makes of it. The caller holds the policy's lock.</summary>
    private async ValueTask<Result<JudgedUpdate>> JudgeUpdate(
        ChangeContext context, UpdateOrganization command, string fingerprint, CancellationToken cancellationToken)
    {
        var found = await Tenant(context.Caller, cancellationToken);
        if (!found.Succeeded) return found.Error;
        var tenant = found.Value;
        var authority = Authority.Service;
        foreach (var operation in OrganizationRules.Operations(command))
        {
            var judged = await Judge(tenant, context.Caller, operation, cancellationToken);
            if (!judged.Succeeded) return judged.Error;
            authority = judged.Value;
        }
        var replayed = await Replayed(context, fingerprint, cancellationToken);
        if (!replayed.Succeeded) return replayed.Error;
        if (replayed.Value.Entry is not null) return new JudgedUpdate(tenant, null);
        if (Preconditions(context, authority, tenant.Policy.Policy, tenant.State.Version) is { } unmet) return unmet;
        if (OrganizationRules.Check(command, tenant.Policy.Policy) is { } error) return error;

        var next = OrganizationRules.Apply(tenant.State, command);
        return next.Plan != tenant.State.Plan && await CheckPlanChange(tenant, command, authority, cancellationToken) is { } stranded
            ? stranded
            : new JudgedUpdate(tenant, next);
    }

    /// <summary>Takes the policy's lock when no change of the policy is left half-way; whoever comes first after a crash finishes it.</summary>
    private async ValueTask<LockSet> LockPolicy(bool exclusive, CancellationToken cancellationToken, bool isPreview = false)
    {
        while (true)
        {
            var locks = new LockSet(_locks, isPreview);
            try
            {
                await locks.Add(OrganizationLocks.Policy, exclusive, cancellationToken);
                if (await store.Read(cancellationToken) is not { Pending: not null }) return locks;
                // Without its model nothing can be finished, nor changed.
                if (!(await Tenant(cancellationToken)).Succeeded) return locks;
            }
            catch
            {
                locks.Dispose();
                throw;
            }
            locks.Dispose();
            await Resume();
        }
    }

    /// <summary>A change of the organization that is in order.</summary>
    /// <param name="Tenant">The organization in which it was judged.</param>
    /// <param name="Next">What it makes; null when it was made before.</param>
    private sealed record JudgedUpdate(CompiledTenant Tenant, OrganizationState? Next);
}
