namespace RbacGrains.Grains.Leases;

/// <summary>What this silo gives its clients: read from the grains that own it, which note this silo before they read.</summary>
internal sealed class SiloLeaseRecords(IGrainFactory grains, ILocalSiloDetails self, SiloLease lease, ModelCatalog models) : ILeaseRecords
{
    private volatile bool _open;

    /// <inheritdoc/>
    public TimeSpan Longest => _open ? lease.Remaining : TimeSpan.Zero;

    /// <summary>Grants from now on.</summary>
    public void Open() => _open = true;

    /// <summary>Grants nothing any more.</summary>
    public void Close() => _open = false;

    /// <inheritdoc/>
    /// <remarks>The other silos outlive what a lost one can have granted, whatever that was: see <see cref="LostSilos"/>.</remarks>
    public ValueTask Announce(TimeSpan lease, CancellationToken cancellationToken) => default;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Membership?>> ReadMemberships(
        string user, IReadOnlyList<string> organizations, CancellationToken cancellationToken) =>
        await grains.GetGrain<IUserPeer>(GrainKeys.Of(user)).LeaseMemberships(self.SiloAddress, [.. organizations], cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<Result<OrganizationPolicy>> ReadPolicy(string organization, CancellationToken cancellationToken)
    {
        var granted = await grains.GetGrain<IOrganizationPeer>(GrainKeys.Of(organization)).LeasePolicyToSessions(self.SiloAddress, cancellationToken);
        return granted.Succeeded ? granted.Value.Compile(models) : granted.Error;
    }

    /// <inheritdoc/>
    public ValueTask<Error?> JudgeReader(Caller caller, string organization, CancellationToken cancellationToken) =>
        grains.GetGrain<IOrganizationPeer>(GrainKeys.Of(organization)).JudgeCaller(caller, AdministrativeOperation.ReadMembers, cancellationToken);
}
