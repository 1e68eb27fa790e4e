using Orleans.Concurrency;

namespace RbacGrains.Grains;

/// <summary>A page of a directory as a grain: the actor of Core, with what Orleans adds.</summary>
/// <inheritdoc cref="OrganizationGrain" path="/remarks"/>
[Reentrant]
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
