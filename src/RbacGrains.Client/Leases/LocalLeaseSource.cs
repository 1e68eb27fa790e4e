namespace RbacGrains.Client;

/// <summary>Leases of a grid within this process: what is dropped is dropped before a change goes on, so no change waits.</summary>
/// <param name="sessions">The grid's sessions.</param>
/// <param name="models">The grid's models.</param>
public sealed class LocalLeaseSource(ILeaseSessions sessions, ModelCatalog models) : ILeaseSource
{
    /// <inheritdoc/>
    public async ValueTask<Result<ILeaseConnection>> Connect(ILeaseHolder holder, CancellationToken cancellationToken)
    {
        var opened = await sessions.Open(Caller.Service, new LocalHolder(holder), cancellationToken);
        return opened.Succeeded ? new Connection(opened.Value) : opened.Error;
    }

    /// <inheritdoc/>
    public ValueTask<AuthorizationModel?> FindModel(string name, int version, CancellationToken cancellationToken) =>
        new(models.Find(name) is { } model && model.Version == version ? model : null);

    private sealed class LocalHolder(ILeaseHolder holder) : ILeaseHolder
    {
        public bool IsInProcess => true;

        public bool Drop(LeaseDrop drop)
        {
            holder.Drop(drop);
            return true;
        }
    }

    private sealed class Connection(ILeaseSession session) : ILeaseConnection
    {
        public ILeaseSession Session { get; } = session;

        public Task Closed { get; } = new TaskCompletionSource().Task;

        public ValueTask DisposeAsync() => Session.Abandon();
    }
}
