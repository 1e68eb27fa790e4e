using System.Collections.Immutable;
using Orleans.Concurrency;

namespace RbacGrains.Grains;

/// <summary>A user as a grain: the actor of Core, with what Orleans adds. A check completes without waiting.</summary>
/// <inheritdoc cref="OrganizationGrain" path="/remarks"/>
[Reentrant]
[GrainType("rbac.user")]
internal sealed class UserGrain : User, IGrainBase, IUserGrain, IUserPeer
{
    private readonly IActorState<UserState> _state;

    public UserGrain(IGrainContext context, GrainHost host)
        : this(context, host, host.State<UserState>("user", context.GrainId))
    {
    }

    private UserGrain(IGrainContext context, GrainHost host, IActorState<UserState> state)
        : base(context.GrainId.Key.ToString()!, state, host.Services)
    {
        GrainContext = context;
        _state = state;
    }

    /// <inheritdoc/>
    public IGrainContext GrainContext { get; }

    /// <inheritdoc/>
    public async Task OnActivateAsync(CancellationToken token) => await _state.Read(token);

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
}
