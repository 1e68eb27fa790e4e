using Orleans.Services;

namespace RbacGrains.Grains.Leases;

/// <summary>The sessions of one silo, as other silos reach them; there is one on every silo.</summary>
[Alias("rbac.session_silo")]
internal interface ISessionSilo : IGrainService
{
    /// <inheritdoc cref="ILeaseRecalls.RecallUser"/>
    [Alias("RecallUser")]
    ValueTask RecallUser(string user);

    /// <inheritdoc cref="ILeaseRecalls.RecallOrganization"/>
    [Alias("RecallOrganization")]
    ValueTask RecallOrganization(string organization);

    /// <inheritdoc cref="ILeaseSession.Acquire"/>
    [Alias("Acquire")]
    ValueTask<Result<LeaseAnswer>> Acquire(Caller caller, string session, LeaseRequest request, CancellationToken cancellationToken);

    /// <inheritdoc cref="ILeaseSession.Renew"/>
    [Alias("Renew")]
    ValueTask<Result<TimeSpan>> Renew(Caller caller, string session, LeaseRenewal renewal, CancellationToken cancellationToken);

    /// <inheritdoc cref="ILeaseSession.End"/>
    [Alias("End")]
    ValueTask End(Caller caller, string session);

    /// <inheritdoc cref="ILeaseSession.Abandon"/>
    [Alias("Abandon")]
    ValueTask Abandon(Caller caller, string session);
}
