namespace RbacGrains.Grains;

/// <summary>
/// The way of an Orleans client to leases: it is on every silo, and each request goes from there to the silo that keeps the session. Messages of
/// <see cref="GrainLeaseSource"/>; most applications use that.
/// </summary>
/// <remarks>The aliases are the identity on the wire: a type or method may be renamed, its alias never, nor its parameters.</remarks>
[Alias("rbac.leases")]
public interface ILeaseGrain : IGrainWithStringKey
{
    /// <summary>The key.</summary>
    const string TheOne = "all";

    /// <summary>Opens a session on the silo that the request arrives at.</summary>
    [Alias("Open")]
    ValueTask<Result<OpenedSession>> Open(Caller caller, ILeaseObserver observer, CancellationToken cancellationToken);

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

/// <summary>A session that was opened.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Lease">For how long the first lease is, counted by the client from before it asked.</param>
[GenerateSerializer, Immutable]
[Alias("rbac.opened_session")]
public sealed record OpenedSession([property: Id(0)] string Id, [property: Id(1)] TimeSpan Lease);
