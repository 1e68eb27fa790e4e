using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>
/// The catalog as one caller sees it. Whoever may change it sees all of it; others see the resources to which they may do something, so that
/// nobody learns from the catalog of what is closed to them.
/// </summary>
internal sealed class CatalogView(CompiledTenant tenant, Authority viewer, EvaluationSite site, TimeProvider clock)
{
    private readonly bool _all = viewer.Refuses(tenant.Policy.Policy, AdministrativeOperation.UpdateOrganization, clock) is null;

    public CompiledTenant Tenant => tenant;

    public async ValueTask<bool> Sees(ResourceReference resource, CatalogEntryState entry, CancellationToken cancellationToken)
    {
        if (_all) return true;
        if (resource.Type == ResourceTypes.User)
            return viewer.Caller.User == resource.Id
                || viewer.Refuses(tenant.Policy.Policy, AdministrativeOperation.ReadMembers, clock) is null;
        var model = tenant.Policy.Policy.Model;
        var judged = new Judged(viewer.Caller.User!, viewer.Access, null);
        site.Know(resource, entry);
        foreach (var name in ResourceTypes.ActionsOf(model, resource.Type))
        {
            var action = ResourceTypes.ActionNamed(resource.Type, name);
            var evaluation = new Evaluation { Action = action, Resource = resource };
            if ((await site.Decide(judged, EvaluationSite.Find(model, action), evaluation, cancellationToken)).Allowed) return true;
        }
        return false;
    }
}
