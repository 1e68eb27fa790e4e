using Orleans.Concurrency;

namespace RbacGrains.Grains;

/// <summary>A group's record as a grain: the actor of Core, with what Orleans adds.</summary>
/// <inheritdoc cref="OrganizationGrain" path="/remarks"/>
[Reentrant]
[GrainType("rbac.group")]
internal sealed class GroupGrain(IGrainContext context, GrainHost host)
    : Group(context.GrainId.Key.ToString()!, host.State<GroupState>("group", context.GrainId)), IGrainBase, IGroupGrain
{
    /// <inheritdoc/>
    public IGrainContext GrainContext { get; } = context;
}
