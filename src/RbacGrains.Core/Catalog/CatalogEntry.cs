namespace RbacGrains.Core;

/// <inheritdoc cref="ICatalogEntry"/>
public class CatalogEntry(string key, IActorState<CatalogEntryState> store) : ICatalogEntry
{
    private readonly AsyncLock _turn = new();

    /// <inheritdoc/>
    public ValueTask<CatalogEntryState?> Read(CancellationToken cancellationToken) => store.Read(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask Refresh()
    {
        store.Forget();
        await store.Read(CancellationToken.None);
    }

    /// <inheritdoc/>
    public async ValueTask Write(CatalogEntryState next, AuditEntry audit)
    {
        ArgumentNullException.ThrowIfNull(next);
        using var turn = await _turn.Enter(CancellationToken.None);
        var version = (await store.Read(CancellationToken.None))?.Version ?? 0;
        if (version + 1 != next.Version)
            throw new InvalidOperationException($"The catalog entry '{key}' is at version {version}, and version {next.Version} was to follow.");
        await store.Write(next, unfinished: false, [audit]);
    }
}
