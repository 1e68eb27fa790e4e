namespace RbacGrains.Core;

/// <inheritdoc cref="IGroup"/>
public class Group(string key, IActorState<GroupState> store) : IGroup
{
    private readonly AsyncLock _turn = new();

    /// <inheritdoc/>
    public ValueTask<GroupState?> Read(CancellationToken cancellationToken) => store.Read(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask Refresh()
    {
        store.Forget();
        await store.Read(CancellationToken.None);
    }

    /// <inheritdoc/>
    public async ValueTask Write(GroupWrite write)
    {
        ArgumentNullException.ThrowIfNull(write);
        using var turn = await _turn.Enter(CancellationToken.None);
        var version = (await store.Read(CancellationToken.None))?.Version ?? 0;
        if (version != write.ExpectedVersion)
            throw new InvalidOperationException($"The group '{key}' is at version {version}, not {write.ExpectedVersion}.");
        await store.Write(write.Next, write.Next.IsBeingCarried, write.Audit, write.Fence);
    }
}
