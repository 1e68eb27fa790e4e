using Orleans.Concurrency;

namespace RbacGrains.Grains.Leases;

/// <inheritdoc cref="ILeaseGrain"/>
[StatelessWorker]
[Reentrant]
[GrainType("rbac.leases")]
internal sealed class LeaseGrain(IGrainContext context, ILeaseSessions sessions) : IGrainBase, ILeaseGrain
{
    /// <inheritdoc/>
    public IGrainContext GrainContext { get; } = context;

    /// <inheritdoc/>
    public async ValueTask<Result<OpenedSession>> Open(Caller caller, ILeaseObserver observer, CancellationToken cancellationToken)
    {
        var holder = new ObservingHolder(observer);
        var opened = await sessions.Open(caller, holder, cancellationToken);
        if (!opened.Succeeded) return opened.Error;
        holder.Keep(opened.Value);
        return new OpenedSession(opened.Value.Id, opened.Value.Lease);
    }

    /// <inheritdoc/>
    public ValueTask<Result<LeaseAnswer>> Acquire(
        Caller caller, string session, LeaseRequest request, CancellationToken cancellationToken) =>
        sessions.Find(caller, session).Acquire(request, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<TimeSpan>> Renew(
        Caller caller, string session, LeaseRenewal renewal, CancellationToken cancellationToken) =>
        sessions.Find(caller, session).Renew(renewal, cancellationToken);

    /// <inheritdoc/>
    public ValueTask End(Caller caller, string session) => sessions.Find(caller, session).End();

    /// <inheritdoc/>
    public ValueTask Abandon(Caller caller, string session) => sessions.Find(caller, session).Abandon();
}
