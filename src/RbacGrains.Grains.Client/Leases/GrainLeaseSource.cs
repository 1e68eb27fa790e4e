using System.Collections.Immutable;
using RbacGrains.Client;

namespace RbacGrains.Grains;

/// <summary>Leases of a cluster, for a process that is an Orleans client of it. It is trusted, and so holds in the name of the service.</summary>
/// <param name="grains">The client.</param>
/// <param name="models">The models that organizations of the cluster can live by. What is judged by another one is denied.</param>
public sealed class GrainLeaseSource(IGrainFactory grains, ModelCatalog models) : ILeaseSource
{
    /// <inheritdoc/>
    public async ValueTask<Result<ILeaseConnection>> Connect(ILeaseHolder holder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(holder);
        var observer = new Observer(holder);
        var reference = grains.CreateObjectReference<ILeaseObserver>(observer);
        try
        {
            var leases = grains.GetGrain<ILeaseGrain>(ILeaseGrain.TheOne);
            var opened = await leases.Open(Caller.Service, reference, cancellationToken);
            if (opened.Succeeded) return new Connection(grains, leases, opened.Value, observer, reference);
            grains.DeleteObjectReference<ILeaseObserver>(reference);
            return opened.Error;
        }
        catch
        {
            grains.DeleteObjectReference<ILeaseObserver>(reference);
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask<AuthorizationModel?> FindModel(string name, int version, CancellationToken cancellationToken) =>
        new(models.Find(name) is { } model && model.Version == version ? model : null);

    private sealed class Observer(ILeaseHolder holder) : ILeaseObserver
    {
        public Task Drop(ImmutableArray<LeaseDrop> drops)
        {
            foreach (var drop in drops) holder.Drop(drop);
            return Task.CompletedTask;
        }
    }

    // It keeps the observer, which Orleans itself does not.
    private sealed class Connection(
        IGrainFactory grains, ILeaseGrain leases, OpenedSession opened, Observer observer, ILeaseObserver reference) : ILeaseConnection
    {
        public ILeaseSession Session { get; } = new Distant(leases, opened);

        // A line that is cut is found by the renewals, which go the same way.
        public Task Closed { get; } = new TaskCompletionSource().Task;

        public async ValueTask DisposeAsync()
        {
            try
            {
                await Session.End();
            }
            finally
            {
                grains.DeleteObjectReference<ILeaseObserver>(reference);
                GC.KeepAlive(observer);
            }
        }
    }

    private sealed class Distant(ILeaseGrain leases, OpenedSession opened) : ILeaseSession
    {
        public string Id => opened.Id;

        public TimeSpan Lease => opened.Lease;

        public ValueTask<Result<LeaseAnswer>> Acquire(LeaseRequest request, CancellationToken cancellationToken) =>
            leases.Acquire(Caller.Service, Id, request, cancellationToken);

        public async ValueTask<Result<TimeSpan>> Renew(LeaseRenewal renewal, CancellationToken cancellationToken) =>
            await leases.Renew(Caller.Service, Id, renewal, cancellationToken).AsTask().WaitAsync(cancellationToken);

        public ValueTask End() => leases.End(Caller.Service, Id);

        public ValueTask Abandon() => leases.Abandon(Caller.Service, Id);
    }
}
