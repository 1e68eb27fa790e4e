using Orleans.Concurrency;

namespace RbacGrains.Grains;

/// <summary>An invitation as a grain: the actor of Core, with what Orleans adds.</summary>
/// <inheritdoc cref="OrganizationGrain" path="/remarks"/>
[Reentrant]
[GrainType("rbac.invitation")]
internal sealed class InvitationGrain(IGrainContext context, GrainHost host)
    : Invitation(context.GrainId.Key.ToString()!, host.State<InvitationState>("invitation", context.GrainId), host.Services),
    IGrainBase, IInvitationGrain, IInvitationPeer
{
    /// <inheritdoc/>
    public IGrainContext GrainContext { get; } = context;
}
