using Orleans.Concurrency;
using RbacGrains.Grains.Leases;

namespace RbacGrains.Grains;

/// <summary>An organization as a grain: the actor of Core, with what Orleans adds.</summary>
/// <remarks>
/// Reentrant, because the actor is safe under interleaving: reads take the state as it is, and changes order themselves by its locks.
/// </remarks>
[Reentrant]
[GrainType("rbac.organization")]
internal sealed class OrganizationGrain : Organization, IGrainBase, IOrganizationGrain, IOrganizationPeer
{
    private readonly OrganizationParts _parts;

    public OrganizationGrain(IGrainContext context, GrainHost host)
        : this(context, host.Organization(context))
    {
    }

    private OrganizationGrain(IGrainContext context, OrganizationParts parts)
        : base(parts.Id, parts.State, parts.Services)
    {
        GrainContext = context;
        _parts = parts;
    }

    /// <inheritdoc/>
    public IGrainContext GrainContext { get; }

    /// <inheritdoc/>
    public async Task OnActivateAsync(CancellationToken token)
    {
        // Whoever was this organization before may have granted leases that are not known here.
        if (await _parts.State.Read(token) is not null) _parts.Leases.Begin();
    }

    /// <inheritdoc/>
    public async ValueTask<Result<PolicyGrant>> LeasePolicy(SiloAddress holder)
    {
        _parts.Leases.Note(holder);
        var read = await ReadPolicy(CancellationToken.None);
        if (!read.Succeeded) return read.Error;
        return PolicyGrant.Of(read.Value, _parts.Leases.Longest);
    }

    /// <inheritdoc/>
    public async ValueTask<Result<PolicyGrant>> LeasePolicyToSessions(SiloAddress silo, CancellationToken cancellationToken)
    {
        while (true)
        {
            _parts.Sessions.Note(silo);
            var state = await _parts.Record.ReadHeld(cancellationToken);
            var read = await ReadPolicy(cancellationToken);
            // Between the two it may have been read anew, which a lost silo could still write.
            if (!ReferenceEquals(state, _parts.Record.Held)) continue;
            if (!read.Succeeded) return read.Error;
            return PolicyGrant.Of(read.Value, TimeSpan.Zero);
        }
    }

    async ValueTask<Result<Put<OrganizationView>>> IOrganizationGrain.Create(
        ChangeContext context, CreateOrganization command, CancellationToken cancellationToken) =>
        await Settled(await Create(context, command, cancellationToken));

    async ValueTask<Result<OrganizationView>> IOrganizationGrain.Update(
        ChangeContext context, UpdateOrganization command, CancellationToken cancellationToken) =>
        await Settled(await Update(context, command, cancellationToken));

    async ValueTask<Result<Put<RoleView>>> IOrganizationGrain.PutRole(
        ChangeContext context, string role, RoleContent content, CancellationToken cancellationToken) =>
        await Settled(await PutRole(context, role, content, cancellationToken));

    async ValueTask<Result<Done>> IOrganizationGrain.DeleteRole(
        ChangeContext context, string role, DeleteRole command, CancellationToken cancellationToken) =>
        await Settled(await DeleteRole(context, role, command, cancellationToken));

    async ValueTask<Result<Done>> IOrganizationGrain.Delete(ChangeContext context, CancellationToken cancellationToken) =>
        await Settled(await Delete(context, cancellationToken));

    // What was found to be made already may not have reached every holder yet.
    private async ValueTask<Result<T>> Settled<T>(Result<T> changed)
    {
        if (!changed.Succeeded) return changed;
        var version = _parts.Record.Version;
        if (await _parts.State.Read(CancellationToken.None) is { } state) await _parts.Leases.Settle(state.Version);
        await _parts.Sessions.Settle(anew: _parts.Record.Version != version);
        return changed;
    }
}
