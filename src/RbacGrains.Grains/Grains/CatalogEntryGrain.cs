using Orleans.Concurrency;

namespace RbacGrains.Grains;

/// <summary>An entry of a resource catalog as a grain: the actor of Core, with what Orleans adds.</summary>
/// <inheritdoc cref="OrganizationGrain" path="/remarks"/>
[Reentrant]
[GrainType("rbac.resource")]
internal sealed class CatalogEntryGrain(IGrainContext context, GrainHost host)
    : CatalogEntry(context.GrainId.Key.ToString()!, host.State<CatalogEntryState>("resource", context.GrainId)), IGrainBase, ICatalogEntryGrain
{
    /// <inheritdoc/>
    public IGrainContext GrainContext { get; } = context;
}
