using System.Collections.Immutable;
using RbacGrains.Model;

namespace RbacGrains.Core;

/// <content>The resource catalog: what the organization has entered of its product's things.</content>
public partial class Organization
{
    /// <inheritdoc/>
    public async ValueTask<Result<Put<ResourceView>>> PutResource(
        ChangeContext context, ResourceReference resource, ResourceContent content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(content);
        using var locks = await LockResource(context, resource, cancellationToken);
        var fingerprint = Fingerprints.Of(nameof(PutResource), CatalogKey.Of(id, resource), content);
        var begun = await BeginCatalogChange(
            context, resource, policy => CatalogRules.Check(policy.Model, resource, content), fingerprint, cancellationToken);
        if (!begun.Succeeded) return begun.Error;
        var (tenant, stored, isRepeated) = begun.Value;
        var present = stored?.IsIn(tenant.State.Incarnation) is true ? stored : null;
        if (present is not null && (isRepeated || present.Content == content)) return await Found(resource, tenant, cancellationToken);
        // It was made, and removed since.
        if (isRepeated) return CatalogRules.NotFound(resource);

        var now = services.Clock.GetUtcNow();
        var next = new CatalogEntryState
        {
            Incarnation = tenant.State.Incarnation,
            Content = content,
            CreatedAt = present?.CreatedAt ?? now,
            UpdatedAt = now,
            Version = (stored?.Version ?? 0) + 1,
        };
        var kind = present is null ? AuditKinds.ResourceAdded : AuditKinds.ResourceChanged;
        var audit = Audit(kind, TargetOf(resource), context, fingerprint) with
        {
            Before = present is null ? null : AuditEntries.Resource(present.Content).ToJsonString(),
            After = AuditEntries.Resource(content).ToJsonString(),
        };
        var written = await WriteEntry(tenant, resource, present, next, audit);
        return new Put<ResourceView>(written.View(resource), Created: present is null);
    }

    /// <inheritdoc/>
    public async ValueTask<Result<Done>> RemoveResource(
        ChangeContext context, ResourceReference resource, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(resource);
        using var locks = await LockResource(context, resource, cancellationToken);
        var fingerprint = Fingerprints.Of(nameof(RemoveResource), CatalogKey.Of(id, resource), "");
        var begun = await BeginCatalogChange(
            context, resource, policy => CatalogRules.CheckType(policy.Model, resource.Type), fingerprint, cancellationToken);
        if (!begun.Succeeded) return begun.Error;
        var (tenant, stored, isRepeated) = begun.Value;
        if (isRepeated || stored?.IsIn(tenant.State.Incarnation) is not true)
        {
            if (Identifier.IsValid(resource.Id)) await Entry(resource).Refresh();
            return Done.Instance;
        }
        var audit = Audit(AuditKinds.ResourceRemoved, TargetOf(resource), context, fingerprint) with
        {
            Before = AuditEntries.Resource(stored.Content).ToJsonString(),
        };
        var next = stored with { Removed = true, UpdatedAt = services.Clock.GetUtcNow(), Version = stored.Version + 1 };
        await WriteEntry(tenant, resource, stored, next, audit);
        return Done.Instance;
    }

    /// <inheritdoc/>
    public async ValueTask<Result<ResourceView>> GetResource(
        Caller caller, ResourceReference resource, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(resource);
        var viewer = await CatalogViewer(caller, cancellationToken);
        if (!viewer.Succeeded) return viewer.Error;
        return await ReadEntry(resource, viewer.Value.Tenant, cancellationToken) is { } entry
            && await viewer.Value.Sees(resource, entry, cancellationToken)
                ? entry.View(resource)
                : CatalogRules.NotFound(resource);
    }

    /// <inheritdoc/>
    public async ValueTask<Result<Page<ResourceView>>> ListResources(
        Caller caller, string type, PageRequest page, CancellationToken cancellationToken)
    {
        var viewer = await CatalogViewer(caller, cancellationToken);
        if (!viewer.Succeeded) return viewer.Error;
        var tenant = viewer.Value.Tenant;
        if (CatalogRules.CheckType(tenant.Policy.Policy.Model, type) is { } unknown) return unknown;
        return await Listing.Collect(
            Resources(tenant, type),
            tenant.State.ResourcePages.GetValueOrDefault(type),
            page,
            async listed =>
            {
                var resource = new ResourceReference(type, listed.Id);
                return await ReadEntry(resource, tenant, cancellationToken) is { } entry
                    && await viewer.Value.Sees(resource, entry, cancellationToken)
                        ? entry.View(resource)
                        : null;
            },
            cancellationToken);
    }

    private async ValueTask<Result<(CompiledTenant Tenant, CatalogEntryState? Stored, bool IsRepeated)>> BeginCatalogChange(
        ChangeContext context,
        ResourceReference resource,
        Func<Policy, Error?> check,
        string fingerprint,
        CancellationToken cancellationToken)
    {
        var tenant = await Tenant(context.Caller, cancellationToken);
        if (!tenant.Succeeded) return tenant.Error;
        var policy = tenant.Value.Policy.Policy;
        var judged = await Judge(tenant.Value, context.Caller, AdministrativeOperation.UpdateOrganization, cancellationToken);
        if (!judged.Succeeded) return judged.Error;
        if (check(policy) is { } error) return error;
        var stored = Identifier.IsValid(resource.Id) ? await Entry(resource).Read(cancellationToken) : null;
        var replayed = await Replayed(context, fingerprint, cancellationToken);
        if (!replayed.Succeeded) return replayed.Error;
        if (replayed.Value.Entry is not null) return (tenant.Value, stored, true);
        var version = stored?.IsIn(tenant.Value.State.Incarnation) is true ? stored.Version : 0;
        return Preconditions(context, judged.Value, policy, version) is { } unmet ? unmet : (tenant.Value, stored, false);
    }

    // The entry's place in the directory is opened first and settled last, whatever came of the write.
    private async ValueTask<CatalogEntryState> WriteEntry(
        CompiledTenant tenant, ResourceReference resource, CatalogEntryState? present, CatalogEntryState next, AuditEntry audit)
    {
        var directory = Resources(tenant, resource.Type);
        int page;
        if (present is null)
            page = await directory.OpenPlace(
                resource.Id, tenant.State.ResourcePages.GetValueOrDefault(resource.Type), known => GrowResources(resource.Type, known));
        else await directory.Page(page = present.Page).Open(resource.Id, add: true);
        next = next with { Page = page };
        try
        {
            await Entry(resource).Write(next, audit);
        }
        catch
        {
            await directory.Page(page).Doubt(resource.Id);
            throw;
        }
        await directory.Page(page).Settle(resource.Id, next.Removed ? null : DirectorySummary.Plain);
        return next;
    }

    /// <summary>Acknowledges what there is already: what is stored, wherever it was written.</summary>
    private async ValueTask<Result<Put<ResourceView>>> Found(
        ResourceReference resource, CompiledTenant tenant, CancellationToken cancellationToken)
    {
        await Entry(resource).Refresh();
        return await ReadEntry(resource, tenant, cancellationToken) is { } entry
            ? new Put<ResourceView>(entry.View(resource), Created: false)
            : CatalogRules.NotFound(resource);
    }

    private async ValueTask<LockSet> LockResource(ChangeContext context, ResourceReference resource, CancellationToken cancellationToken)
    {
        var locks = await LockCaller(context, cancellationToken);
        try
        {
            await locks.Add(OrganizationLocks.Resource(resource.Type, resource.Id), exclusive: true, cancellationToken);
            return locks;
        }
        catch
        {
            locks.Dispose();
            throw;
        }
    }

    private async ValueTask<Result<CatalogView>> CatalogViewer(Caller caller, CancellationToken cancellationToken)
    {
        var tenant = await Tenant(caller, cancellationToken);
        if (!tenant.Succeeded) return tenant.Error;
        var judged = await Judge(tenant.Value, caller, null, cancellationToken);
        return judged.Succeeded
            ? new CatalogView(tenant.Value, judged.Value, new EvaluationSite(id, tenant.Value.Policy, services), services.Clock)
            : judged.Error;
    }

    private async ValueTask<CatalogEntryState?> ReadEntry(
        ResourceReference resource, CompiledTenant tenant, CancellationToken cancellationToken)
    {
        if (!Identifier.IsValid(resource.Id) || !ResourceTypes.IsKnown(tenant.Policy.Policy.Model, resource.Type)) return null;
        var entry = await Entry(resource).Read(cancellationToken);
        return entry?.IsIn(tenant.State.Incarnation) is true ? entry : null;
    }

    private async ValueTask<int> GrowResources(string type, int known)
    {
        var written = await Write(
            state => state!.ResourcePages.GetValueOrDefault(type) > known
                ? state
                : state with { ResourcePages = state.ResourcePages.SetItem(type, known + 1) },
            unfinished: false,
            []);
        return written.ResourcePages.GetValueOrDefault(type);
    }

    private ICatalogEntry Entry(ResourceReference resource) => services.Actors.CatalogEntry(CatalogKey.Of(id, resource));

    private Directory Resources(CompiledTenant tenant, string type) =>
        new(DirectoryName.Resources(id, tenant.State.Incarnation, type), services.Actors);

    private static string TargetOf(ResourceReference resource) => $"{resource.Type}/{resource.Id}";
}
