using Orleans.Concurrency;
using Orleans.Placement;

namespace RbacGrains.Grains;

/// <summary>A page of a directory as a grain: the actor of Core, with what Orleans adds.</summary>
/// <remarks>
/// It wakes up beside whoever asks first, which is nearly always the organization that it is of: every change of a member asks it twice, and
/// is spared two calls between silos. See <see cref="OrganizationGrain"/> for what it has in common with it.
/// </remarks>
[Reentrant]
[PreferLocalPlacement]
[GrainType("rbac.page")]
internal sealed class DirectoryPageGrain(IGrainContext context, GrainHost host)
    : DirectoryPage(context.GrainId.Key.ToString()!, host.State<DirectoryPageState>("page", context.GrainId), host.Services),
    IGrainBase, IDirectoryPageGrain
{
    /// <inheritdoc/>
    public IGrainContext GrainContext { get; } = context;

    /// <summary>Saves what is settled, so that the next activation need not ask everybody on the page. Losing this loses nothing.</summary>
    public async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken token)
    {
        try
        {
            await Flush();
        }
        catch (Exception failure) when (failure is GridStorageException or Orleans.Storage.InconsistentStateException)
        {
            // The page stays marked as behind, which it may be.
        }
    }
}
