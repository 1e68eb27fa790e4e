using Orleans.Concurrency;

namespace RbacGrains.Grains;

/// <summary>The list of organizations as a grain: the actor of Core, with what Orleans adds.</summary>
/// <inheritdoc cref="OrganizationGrain" path="/remarks"/>
[Reentrant]
[GrainType("rbac.tenants")]
internal sealed class TenantsGrain(IGrainContext context, GrainHost host)
    : Tenants(host.State<TenantsState>("tenants", context.GrainId), host.Services), IGrainBase, ITenantsGrain, ITenantsPeer
{
    /// <inheritdoc/>
    public IGrainContext GrainContext { get; } = context;
}
