using System.Globalization;

namespace RbacGrains.Grains.Leases;

/// <summary>
/// The sessions of the whole cluster. One is kept by the silo that opened it, which its id says; whichever silo a client's next request
/// arrives at passes it on.
/// </summary>
internal sealed class SiloSessions(
    LeaseRegistry registry, SessionSiloClient silos, ILocalSiloDetails self, IClusterMembershipService membership, GridCalls calls) : ILeaseSessions
{
    private const int Prefix = 8;

    private readonly string _own = Name(self.SiloAddress);

    /// <inheritdoc/>
    public async ValueTask<Result<ILeaseSession>> Open(Caller caller, ILeaseHolder holder, CancellationToken cancellationToken)
    {
        var opened = await registry.Open(caller, holder, cancellationToken);
        return opened.Succeeded ? new OwnSession(_own + opened.Value.Id, opened.Value) : opened;
    }

    /// <inheritdoc/>
    public ILeaseSession Find(Caller caller, string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (id.Length <= Prefix) return registry.Find(caller, id);
        var (silo, session) = (id[..Prefix], id[Prefix..]);
        if (string.Equals(silo, _own, StringComparison.Ordinal)) return new OwnSession(id, registry.Find(caller, session));
        foreach (var member in membership.CurrentSnapshot.Members.Values)
            if (member.Status is not SiloStatus.Dead && string.Equals(Name(member.SiloAddress), silo, StringComparison.Ordinal))
                return new DistantSession(id, caller, session, silos.On(member.SiloAddress), calls);
        return registry.Find(caller, id);
    }

    private static string Name(SiloAddress silo) => silo.GetConsistentHashCode().ToString("x8", CultureInfo.InvariantCulture);

    private sealed class OwnSession(string id, ILeaseSession session) : ILeaseSession
    {
        public string Id => id;

        public TimeSpan Lease => session.Lease;

        public ValueTask<Result<LeaseAnswer>> Acquire(LeaseRequest request, CancellationToken cancellationToken) =>
            session.Acquire(request, cancellationToken);

        public ValueTask<Result<TimeSpan>> Renew(LeaseRenewal renewal, CancellationToken cancellationToken) =>
            session.Renew(renewal, cancellationToken);

        public ValueTask End() => session.End();

        public ValueTask Abandon() => session.Abandon();
    }
}
