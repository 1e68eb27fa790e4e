using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace RbacGrains.Grains.Leases;

/// <inheritdoc cref="ISessionSilo"/>
[Reentrant]
internal sealed class SessionSilo(GrainId id, Silo silo, ILoggerFactory loggers, LeaseRegistry registry)
    : GrainService(id, silo, loggers), ISessionSilo
{
    /// <inheritdoc/>
    public ValueTask RecallUser(string user) => registry.RecallUser(user);

    /// <inheritdoc/>
    public ValueTask RecallOrganization(string organization) => registry.RecallOrganization(organization);

    /// <inheritdoc/>
    public ValueTask<Result<LeaseAnswer>> Acquire(
        Caller caller, string session, LeaseRequest request, CancellationToken cancellationToken) =>
        registry.Find(caller, session).Acquire(request, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<TimeSpan>> Renew(
        Caller caller, string session, LeaseRenewal renewal, CancellationToken cancellationToken) =>
        registry.Find(caller, session).Renew(renewal, cancellationToken);

    /// <inheritdoc/>
    public ValueTask End(Caller caller, string session) => registry.Find(caller, session).End();

    /// <inheritdoc/>
    public ValueTask Abandon(Caller caller, string session) => registry.Find(caller, session).Abandon();
}
