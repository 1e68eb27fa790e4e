using System.Collections.Immutable;
using Orleans.Concurrency;

namespace RbacGrains.Grains;

/// <summary>A user as a grain: the actor of Core, with what Orleans adds. A check completes without waiting.</summary>
/// <inheritdoc cref="OrganizationGrain" path="/remarks"/>
[Reentrant]
[GrainType("rbac.user")]
internal sealed class UserGrain : User, IGrainBase, IUserGrain, IUserPeer
{
    private readonly UserParts _parts;

    public UserGrain(IGrainContext context, GrainHost host)
        : this(context, host, host.User(context.GrainId))
    {
    }

    private UserGrain(IGrainContext context, GrainHost host, UserParts parts)
        : base(parts.Id, parts.State, host.Services)
    {
        GrainContext = context;
        _parts = parts;
    }

    /// <inheritdoc/>
    public IGrainContext GrainContext { get; }

    /// <inheritdoc/>
    public async Task OnActivateAsync(CancellationToken token) => await _parts.State.Read(token);

    /// <inheritdoc/>
    /// <remarks>Whoever guesses keys needs none of their own to do so, and must not fill the silo with accounts that never were.</remarks>
    public override async ValueTask<Result<AuthenticatedKey>> AuthenticateKey(
        string key, ImmutableArray<byte> digest, CancellationToken cancellationToken)
    {
        var caller = await base.AuthenticateKey(key, digest, cancellationToken);
        if (!caller.Succeeded && await _state.Read(cancellationToken) is null) this.DeactivateOnIdle();
        return caller;
    }

    /// <inheritdoc/>
    public ValueTask<Result<Decision>> Check(Caller caller, string organization, string action, string? project) =>
        Check(caller, organization, action, project, CancellationToken.None);

    /// <inheritdoc/>
    public async ValueTask<ImmutableArray<Membership?>> LeaseMemberships(
        SiloAddress silo, ImmutableArray<string> organizations, CancellationToken cancellationToken)
    {
        _parts.Sessions.Note(silo);
        var state = await _parts.Record.ReadHeld(cancellationToken) ?? UserState.Empty;
        return [.. organizations.Select(state.Find)];
    }

    // What was found to be made already may not have reached every client yet.
    async ValueTask IUserPeer.Refresh()
    {
        var version = _parts.Record.Version;
        await Refresh();
        await _parts.Sessions.Settle(anew: _parts.Record.Version != version);
    }
}
